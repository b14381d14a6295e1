import { useState } from "react";
import { answerOf, api } from "../api/client";
import { queryClient } from "../app/queryClient";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { say } from "../ui/toasts";
import { centsOf } from "./amounts";
import { drawerWords } from "./drawerWords";
import { MoneyField } from "./MoneyField";
import css from "./drawer.module.css";
import { Unanswered } from "./Unanswered";
import { useWrite } from "./useWrite";
import { tillWords } from "./words";

/** Reads all that is known of drawers anew. */
export function readDrawers(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["drawers"] });
}

/** Opens the till's drawer with what is in it. */
export function OpenDrawerForm({ till }: { till: string }) {
  const words = useWords(drawerWords);
  const shared = useWords(tillWords);
  const [float, setFloat] = useState("");
  const [tried, setTried] = useState(false);
  const cents = centsOf(float);
  const writing = useWrite(
    (body: { till: string; float_cents: number }, key, signal) =>
      answerOf(api.POST("/api/cash-sessions", { body, params: { header: { "Idempotency-Key": key } }, signal })),
    async () => {
      say(words.opened(till), "good");
      await readDrawers();
    },
  );
  const locked = writing.busy || writing.unanswered !== undefined;
  return (
    <form
      className={css.card}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (cents !== undefined && !locked) {
          writing.run({ till, float_cents: cents }).catch(() => void readDrawers());
        }
      }}
    >
      <h2>{words.closedTitle(till)}</h2>
      <MoneyField
        label={words.float}
        value={float}
        onChange={setFloat}
        error={tried && cents === undefined ? shared.noAmount : undefined}
        hint={words.floatHint}
        disabled={locked}
        autoFocus
      />
      <Unanswered writing={writing} onLook={() => void readDrawers()} />
      {writing.failure && writing.unanswered === undefined && !writing.busy && (
        <p className="notice notice--bad" role="alert">
          {explain(writing.failure)}
        </p>
      )}
      <Button kind="primary" type="submit" isDisabled={locked}>
        {words.open}
      </Button>
    </form>
  );
}
