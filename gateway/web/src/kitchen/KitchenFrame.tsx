import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Frame } from "../ui/Frame";
import styles from "./kitchen.module.css";
import { lateQuery } from "./reads";
import { setScreen, useScreen } from "./settings";
import { useSoundBlocked, wakeSound } from "./sound";
import { useKitchenLive, useWakeLock } from "./useKitchenLive";
import { usePendingMoves } from "./useMoves";
import { kitchenWords } from "./words";

/** The kitchen's frame: what fits the screen's height, its views, sound, and what is still on its way. */
export function KitchenFrame({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const words = useWords(kitchenWords);
  useKitchenLive();
  useWakeLock();
  const late = useQuery(lateQuery).data?.length ?? 0;
  const waiting = usePendingMoves().length;
  return (
    <div className={styles.kitchen}>
      <Frame
        title={title}
        wide
        aside={
          <>
            {aside}
            <nav className={styles.views} aria-label={words.kitchen}>
              <Link to="/kitchen" activeOptions={{ exact: true }} className="button">
                {words.board}
              </Link>
              <Link to="/kitchen/expo" className="button">
                {words.expo}
              </Link>
              <Link to="/kitchen/late" className="button">
                {late > 0 ? words.lateCount(late) : words.late}
              </Link>
            </nav>
            <SoundSwitch />
          </>
        }
      >
        {children}
        <div role="status" className={styles.waiting}>
          {waiting > 2 && <p>{words.pending(waiting)}</p>}
        </div>
      </Frame>
    </div>
  );
}

function SoundSwitch() {
  const words = useWords(kitchenWords);
  const { sound } = useScreen();
  const blocked = useSoundBlocked();
  const press = () => {
    wakeSound();
    // The first touch only lifts the browser's own silence.
    setScreen({ sound: sound && !blocked ? false : true });
  };
  return (
    <Button aria-pressed={sound && !blocked} onPress={press} className={styles.sound ?? ""}>
      <span aria-hidden="true">{sound && !blocked ? "♪" : "×"}</span>
      {!sound ? words.soundOff : blocked ? words.soundBlocked : words.soundOn}
    </Button>
  );
}
