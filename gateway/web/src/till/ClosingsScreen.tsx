import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { day, money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { CloseDaySheet } from "./CloseDaySheet";
import css from "./closings.module.css";
import { ClosingList } from "./ClosingList";
import { ClosingPaper } from "./ClosingPaper";
import { closingWords } from "./closingWords";
import { FiguresOf } from "./FiguresOf";
import { Figure } from "./OpenDrawer";
import { Read } from "./Read";
import { dailyQuery, lastDayQuery } from "./reads";
import { TillFrame } from "./TillFrame";
import type { Closing, DailyReport } from "./types";
import { tillWords } from "./words";

/** The day's figures, its closing, and those before. */
export function ClosingsScreen() {
  const words = useWords(closingWords);
  const shared = useWords(tillWords);
  const { timeZone } = usePerson();
  const [date, setDate] = useState<string>();
  const [closing, setClosing] = useState(false);
  const [shown, setShown] = useState<Closing>();
  const daily = useQuery(dailyQuery(date));
  const last = useQuery(lastDayQuery);
  const isClosed = (report: DailyReport) => last.data != null && last.data.last_day >= report.business_date;
  return (
    <TillFrame title={shared.closings}>
      <div className={css.screen}>
        <div className={css.row}>
          <label className={css.day}>
            {words.day}
            <input
              type="date"
              className="field__input"
              value={date ?? daily.data?.business_date ?? ""}
              onChange={(event) => setDate(event.target.value || undefined)}
            />
          </label>
          <Button isDisabled={date === undefined} onPress={() => setDate(undefined)}>
            {words.today}
          </Button>
          <Button isDisabled={daily.isFetching} onPress={() => void daily.refetch()}>
            {words.reread}
          </Button>
        </div>
        <Read of={daily}>
          {(report) => (
            <section className={css.card} aria-labelledby="day-title">
              <header className={css.row}>
                <h2 id="day-title">{day(report.business_date)}</h2>
                <span className={css.soft}>{words.asOf(time(report.as_of, timeZone))}</span>
                <span className={css.end}>
                  {isClosed(report) ? (
                    <span className="badge badge--good">✓ {words.alreadyClosed}</span>
                  ) : (
                    <Button kind="primary" isDisabled={last.data === undefined} onPress={() => setClosing(true)}>
                      {words.closeDay}
                    </Button>
                  )}
                </span>
              </header>
              <FiguresOf figures={report.figures} currency={report.currency}>
                <Figure label={words.takings} value={money(report.takings_cents, report.currency)} />
                <Figure label={words.tips} value={money(report.tip_cents, report.currency)} />
                <Figure label={words.average} value={money(report.average_ticket_cents, report.currency)} />
              </FiguresOf>
              {closing && (
                <CloseDaySheet
                  businessDate={report.business_date}
                  onEarlier={(earlier) => {
                    setDate(earlier);
                    setClosing(false);
                  }}
                  onClosed={(made) => {
                    setClosing(false);
                    setShown(made);
                  }}
                  onClose={() => setClosing(false)}
                />
              )}
            </section>
          )}
        </Read>
        <ClosingList onShow={setShown} />
      </div>
      {shown && <ClosingPaper closing={shown} onClose={() => setShown(undefined)} />}
    </TillFrame>
  );
}
