import css from "./pay.module.css";

/** A key, shown on the button that it presses; screen readers hear of it by `aria-keyshortcuts`. */
export function Shortcut({ of }: { of: string }) {
  return (
    <kbd className={css.key} aria-hidden="true">
      {of}
    </kbd>
  );
}
