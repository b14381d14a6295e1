import { useEffect } from "react";

/** Keys of a bump bar, or of any keyboard, while nothing is being typed and no dialog is open. */
export function useKeys(onKey: (key: string) => boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [role=dialog]");
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || typing) {
        return;
      }
      if (onKey(event.key)) {
        event.preventDefault();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [onKey]);
}
