import { useWords } from "../i18n/words";
import { Button } from "./Button";
import "./toasts.css";
import { dismiss, useToasts } from "./toasts";
import { common } from "./words";

/** Where toasts appear. The region is always there, or screen readers would miss the first. */
export function Toasts() {
  const toasts = useToasts();
  const words = useWords(common);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, kind, action }) => (
        <div key={id} className={`toast toast--${kind}`}>
          <span className="toast__text">{text}</span>
          {action && (
            <Button
              kind="plain"
              onPress={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <Button kind="quiet" aria-label={words.close} onPress={() => dismiss(id)}>
            ×
          </Button>
        </div>
      ))}
    </div>
  );
}
