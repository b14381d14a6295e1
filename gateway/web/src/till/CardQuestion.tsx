import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { say } from "../ui/toasts";
import css from "./pay.module.css";
import { payWords } from "./payWords";

interface Props {
  question: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** The terminal stands by itself: the cashier reads what it says, and confirms it. */
export function CardQuestion({ question, busy, onYes, onNo }: Props) {
  const words = useWords(payWords);
  return (
    <div className={css.question} role="group" aria-label={question}>
      <p role="status">{busy ? words.cardWaiting : question}</p>
      <div className="sheet__actions">
        <Button kind="primary" autoFocus isDisabled={busy} onPress={onYes}>
          {words.cardYes}
        </Button>
        <Button
          kind="danger"
          isDisabled={busy}
          onPress={() => {
            say(words.cardDeclined, "warn");
            onNo();
          }}
        >
          {words.cardNo}
        </Button>
      </div>
    </div>
  );
}
