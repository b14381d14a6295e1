import type { ReactNode } from "react";
import { money, percent } from "../format/format";
import { useWords } from "../i18n/words";
import css from "./closings.module.css";
import { closingWords } from "./closingWords";
import { Figure } from "./OpenDrawer";
import type { Figures } from "./types";
import { tillWords } from "./words";

/** Sums, means of payment and VAT of a period; `children`: more figures that only some periods have. */
export function FiguresOf({
  figures,
  currency,
  children,
}: {
  figures: Figures;
  currency: string;
  children?: ReactNode;
}) {
  const words = useWords(closingWords);
  const shared = useWords(tillWords);
  const sum = (cents: number) => money(cents, currency);
  return (
    <>
      <dl className={css.figures}>
        <Figure label={words.total} value={sum(figures.sums.total_cents)} strong />
        <Figure label={words.net} value={sum(figures.sums.net_cents)} />
        <Figure label={words.vat} value={sum(figures.sums.vat_cents)} />
        {children}
        <Figure label={words.tickets} value={String(figures.tickets)} />
        <Figure label={words.credits} value={String(figures.credits)} />
        <Figure label={words.covers} value={String(figures.covers)} />
        <Figure label={words.discounts} value={sum(figures.discount_cents)} />
      </dl>
      <div className={css.tables}>
        <Sums
          caption={words.byMethod}
          head={[words.method, words.payments, words.paid, words.refunded, words.tips, words.kept]}
          rows={figures.methods.map((each) => [
            shared.method(each.method),
            String(each.payments),
            sum(each.paid_cents),
            sum(each.refunded_cents),
            sum(each.tip_cents),
            sum(each.amount_cents),
          ])}
        />
        <Sums
          caption={words.byRate}
          head={[words.rate, words.netShort, words.vat, words.gross]}
          rows={figures.vat.map((share) => [
            percent(share.vat_rate_bp),
            sum(share.net_cents),
            sum(share.vat_cents),
            sum(share.gross_cents),
          ])}
        />
      </div>
    </>
  );
}

function Sums({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly string[][] }) {
  return (
    // Scrolls on narrow screens, and so has to be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={css.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
