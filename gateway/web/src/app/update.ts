import { registerSW } from "virtual:pwa-register";
import { wordsNow } from "../i18n/words";
import { say } from "../ui/toasts";
import { common } from "../ui/words";

const LOOK_EVERY_MS = 30 * 60 * 1000;

/** Keeps the shell on the device, looks for a newer one, and offers it: nobody's screen reloads by itself. */
export function keepShell(): void {
  const replace = registerSW({
    onNeedRefresh: () => {
      const words = wordsNow(common);
      say(words.newVersion, "info", { label: words.reload, run: () => void replace(true) });
    },
    onRegisteredSW: (_, registration) => {
      setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
}
