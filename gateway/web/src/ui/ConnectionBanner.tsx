import { useEffect, useState } from "react";
import { useLiveness } from "../app/live";
import { useWords } from "../i18n/words";
import { useSession } from "../session/useSession";
import "./banner.css";
import { common } from "./words";

/** Longer than a socket takes to come back, so that nothing flickers. */
const PATIENCE_MS = 2_500;

/** Says when what is shown may be old. `takes`: what is done here is kept and sent later. */
export function ConnectionBanner({ takes }: { takes: boolean }) {
  const words = useWords(common);
  const { status } = useSession();
  const liveness = useLiveness();
  const away = status === "unconfirmed" || liveness === "away";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(away), away ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [away]);
  return (
    <div role="status" className="banner-place">
      {shown && away && <p className="banner">{takes ? words.offline : words.offlineReadOnly}</p>}
    </div>
  );
}
