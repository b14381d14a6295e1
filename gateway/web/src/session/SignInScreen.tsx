import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { setLanguage, useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { explain, Problem } from "../problems/problem";
import { Button } from "../ui/Button";
import { PinPad } from "../ui/PinPad";
import { useCountdown } from "../ui/useCountdown";
import { session } from "./session";
import "./signin.css";
import { useSession } from "./useSession";
import { signInWords } from "./words";

const LAST = "brigade.last";

interface Last {
  code: string;
  name: string;
}

function lastHere(): Last | undefined {
  const stored = localStorage.getItem(LAST);
  return stored ? (JSON.parse(stored) as Last) : undefined;
}

/** Code, then PIN. Whoever was here last only types the PIN. */
export function SignInScreen() {
  const words = useWords(signInWords);
  const tag = useLanguage();
  const navigate = useNavigate();
  const state = useSession();
  const [last, setLast] = useState(lastHere);
  const [code, setCode] = useState(last?.code ?? "");
  const [pin, setPin] = useState("");
  const [step, setStep] = useState<"code" | "pin">(last ? "pin" : "code");
  const [letters, setLetters] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [locked, lockFor] = useCountdown();

  useEffect(() => {
    document.title = `${words.title} · Brigade`;
  }, [words]);

  const signIn = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const person = await session.signIn(code, pin);
      localStorage.setItem(LAST, JSON.stringify({ code, name: person.name } satisfies Last));
      await navigate({ to: "/", replace: true });
    } catch (refused) {
      setPin("");
      setFailure(refused);
      if (refused instanceof Problem && refused.code === "SIGN_IN_LOCKED") {
        lockFor(refused.retryAfter ?? 5);
      }
    } finally {
      setBusy(false);
    }
  };

  const somebodyElse = () => {
    localStorage.removeItem(LAST);
    setLast(undefined);
    setCode("");
    setPin("");
    setFailure(undefined);
    setStep("code");
  };

  const lockedOut = failure instanceof Problem && failure.code === "SIGN_IN_LOCKED";
  const error =
    locked > 0 ? words.locked(locked) : failure === undefined || lockedOut ? undefined : explain(failure, tag);
  return (
    <main className="signin">
      <header className="signin__head">
        <img src="/brigade.svg" alt="" width="56" height="56" />
        <h1>Brigade</h1>
        <p>{last && step === "pin" ? words.hello(last.name) : words.welcome}</p>
      </header>
      {state.status === "out" && state.reason === "ended" && (
        <p className="notice notice--warn" role="status">
          {words.ended}
        </p>
      )}
      {step === "code" ? (
        <PinPad
          key="code"
          label={words.code}
          value={code}
          onChange={setCode}
          onSubmit={() => setStep("pin")}
          minLength={3}
          maxLength={12}
          submitLabel={words.next}
          letters={letters}
          autoFocus
        />
      ) : (
        <PinPad
          key="pin"
          label={words.pin}
          value={pin}
          onChange={setPin}
          onSubmit={() => void signIn()}
          minLength={4}
          maxLength={8}
          submitLabel={words.signIn}
          secret
          disabled={busy || locked > 0}
          error={error}
          autoFocus
        />
      )}
      <div className="signin__more">
        {step === "code" ? (
          <Button kind="quiet" onPress={() => setLetters(!letters)}>
            {letters ? words.digits : words.letters}
          </Button>
        ) : (
          <Button kind="quiet" onPress={somebodyElse}>
            {words.other}
          </Button>
        )}
        <Button kind="quiet" onPress={() => setLanguage(tag === "fr" ? "en" : "fr")}>
          {words.language}
        </Button>
      </div>
    </main>
  );
}
