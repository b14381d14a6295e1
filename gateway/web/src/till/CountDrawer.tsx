import { useState } from "react";
import { answerOf, api } from "../api/client";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { say } from "../ui/toasts";
import { common } from "../ui/words";
import { COINS, countedCents, countsOf, NOTES, piecesOf, unreadable, type Pieces } from "./counting";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";
import { Figure } from "./OpenDrawer";
import { readDrawers } from "./OpenDrawerForm";
import { PieceField } from "./PieceField";
import type { CashSession } from "./types";
import { Unanswered } from "./Unanswered";
import { useWrite } from "./useWrite";

/** Counts a drawer by coin and note, adds up while it is typed, and closes it. */
export function CountDrawer({ drawer, onClose }: { drawer: CashSession; onClose: () => void }) {
  const words = useWords(drawerWords);
  const general = useWords(common);
  const [pieces, setPieces] = useState<Pieces>({});
  const writing = useWrite(
    (counts: Record<string, number>, key, signal) =>
      answerOf(
        api.POST("/api/cash-sessions/{session_id}/close", {
          body: { counts },
          params: { path: { session_id: drawer.session_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    async () => {
      say(words.closed, "good");
      await readDrawers();
    },
  );
  const sum = (cents: number) => money(cents, drawer.currency);
  const counted = countedCents(pieces);
  const difference = counted - drawer.expected_cents;
  const locked = writing.busy || writing.unanswered !== undefined;
  const fields = (values: readonly number[]) =>
    values.map((value) => (
      <PieceField
        key={value}
        value={value}
        currency={drawer.currency}
        typed={pieces[value] ?? ""}
        error={piecesOf(pieces[value]) === undefined ? words.badPieces : undefined}
        disabled={locked}
        onType={(typed) => setPieces({ ...pieces, [value]: typed })}
      />
    ));
  return (
    <form
      className={css.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (!locked && unreadable(pieces) === undefined) {
          writing.run(countsOf(pieces)).catch(() => void readDrawers());
        }
      }}
    >
      <h2>{words.countTitle(drawer.till)}</h2>
      <div className={css.pieces}>
        <fieldset>
          <legend>{words.notes}</legend>
          {fields(NOTES)}
        </fieldset>
        <fieldset>
          <legend>{words.coins}</legend>
          {fields(COINS)}
        </fieldset>
      </div>
      <div aria-live="polite">
        <dl className={css.figures}>
          <Figure label={words.expected} value={sum(drawer.expected_cents)} />
          <Figure label={words.counted} value={sum(counted)} strong />
          <Figure label={words.difference} value={sum(difference)} strong />
        </dl>
      </div>
      <p className={difference === 0 ? "notice notice--good" : "notice notice--warn"}>
        {difference === 0 ? words.even : difference < 0 ? words.missing(sum(-difference)) : words.over(sum(difference))}
      </p>
      <Unanswered writing={writing} onLook={() => void readDrawers()} />
      {writing.failure && writing.unanswered === undefined && !writing.busy && (
        <p className="notice notice--bad" role="alert">
          {explain(writing.failure)}
        </p>
      )}
      <div className={css.row}>
        <Button kind="primary" type="submit" isDisabled={locked || unreadable(pieces) !== undefined}>
          {words.close}
        </Button>
        <Button isDisabled={writing.busy} onPress={onClose}>
          {general.cancel}
        </Button>
      </div>
    </form>
  );
}
