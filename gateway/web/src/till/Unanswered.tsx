import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { common } from "../ui/words";
import css from "./pay.module.css";
import type { Writing } from "./useWrite";
import { tillWords } from "./words";

/** Says that nobody knows whether something was recorded, and offers the two ways to find out. */
export function Unanswered<B, A>({ writing, onLook }: { writing: Writing<B, A>; onLook: () => void }) {
  const words = useWords(tillWords);
  const shared = useWords(common);
  const { unanswered } = writing;
  if (unanswered === undefined) {
    return null;
  }
  return (
    <div className="notice notice--warn" role="alert">
      <div className={css.stack}>
        <p>{words.unanswered}</p>
        <div className="sheet__actions">
          <Button
            kind="primary"
            isDisabled={writing.busy}
            onPress={() => void writing.run(unanswered).catch(() => undefined)}
          >
            {shared.retry}
          </Button>
          <Button
            isDisabled={writing.busy}
            onPress={() => {
              writing.forget();
              onLook();
            }}
          >
            {words.lookAgain}
          </Button>
        </div>
      </div>
    </div>
  );
}
