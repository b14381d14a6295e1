import { useState } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import { useRemove } from "./useRemove";
import { adminWords } from "./words";

interface Props {
  name: string;
  /** Said before it is done, if not that orders keep what they had. */
  sure?: string;
  send: (key: string) => Promise<unknown>;
  onRemoved: () => void;
}

/** Asks once, then removes. */
export function RemoveButton({ name, sure, send, onRemoved }: Props) {
  const words = useWords(adminWords);
  const shared = useWords(common);
  const [asking, setAsking] = useState(false);
  const { remove, busy } = useRemove(send, onRemoved);
  return (
    <>
      <Button kind="danger" isDisabled={busy} onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <Sheet title={words.remove} alert dismissable={false} onClose={() => setAsking(false)}>
          <p>{sure ?? words.removeSure(name)}</p>
          <div className="sheet__actions">
            <Button onPress={() => setAsking(false)}>{shared.cancel}</Button>
            <Button
              kind="danger"
              isDisabled={busy}
              onPress={() => {
                setAsking(false);
                remove();
              }}
            >
              {words.remove}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
