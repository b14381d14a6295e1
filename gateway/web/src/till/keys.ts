import { useEffect, useEffectEvent } from "react";

/**
 * Keys that do something wherever the focus is, such as `F2` or `Alt+KeyN`: named by place on the keyboard, so that they
 * are the same on AZERTY. None while a dialog is open.
 */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actions[(event.altKey ? "Alt+" : "") + event.code];
    if (!action || event.ctrlKey || event.metaKey || event.repeat || document.querySelector("[role$=dialog]")) {
      return;
    }
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}
