import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOutbox } from "../app/live";
import { setLanguage, useLanguage, type Language } from "../i18n/language";
import { useWords } from "../i18n/words";
import { facesOf, type Face } from "../session/person";
import { session } from "../session/session";
import { usePerson } from "../session/useSession";
import { Button } from "./Button";
import { Sheet } from "./Sheet";
import { setTheme, useTheme, type Theme } from "./theme";
import { sayFailure } from "./toasts";
import { common } from "./words";

const PATHS: Readonly<Record<Face, "/waiter" | "/till" | "/kitchen" | "/admin">> = {
  waiter: "/waiter",
  till: "/till",
  kitchen: "/kitchen",
  admin: "/admin",
};

/** Who is signed in, the faces they may switch to, language, colours and the way out. */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(common);
  const person = usePerson();
  const language = useLanguage();
  const theme = useTheme();
  const waiting = useOutbox().filter(({ staffId }) => staffId === person.staffId).length;
  const signOut = (everywhere: boolean) => session.signOut(everywhere).then(onClose, sayFailure);
  return (
    <Sheet title={words.menu} onClose={onClose}>
      <p>{words.signedInAs(person.name)}</p>
      <Choices label={words.faces}>
        {facesOf(person).map((face) => (
          <Link key={face} to={PATHS[face]} className="button" onClick={onClose}>
            {words[face]}
          </Link>
        ))}
      </Choices>
      <Choices label={words.language}>
        {(["fr", "en"] satisfies Language[]).map((tag) => (
          <Button key={tag} aria-pressed={language === tag} onPress={() => setLanguage(tag)}>
            {tag === "fr" ? "Français" : "English"}
          </Button>
        ))}
      </Choices>
      <Choices label={words.theme}>
        {(["system", "light", "dark"] satisfies Theme[]).map((each) => (
          <Button key={each} aria-pressed={theme === each} onPress={() => setTheme(each)}>
            {words[each]}
          </Button>
        ))}
      </Choices>
      {waiting > 0 && <p className="notice notice--warn">{words.signOutWaiting(waiting)}</p>}
      <div className="sheet__actions">
        <Button onPress={() => void signOut(false)}>{words.signOut}</Button>
        <Button kind="danger" onPress={() => void signOut(true)}>
          {words.signOutEverywhere}
        </Button>
        <Button kind="primary" onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </Sheet>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="choices" role="group" aria-label={label}>
      <span className="field__label" aria-hidden="true">
        {label}
      </span>
      <div className="choices__row">{children}</div>
    </div>
  );
}
