import { useState } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import css from "./paper.module.css";
import type { Paper } from "./types";
import { usePrintNote, usePrintReceipt } from "./usePrint";
import { tillWords } from "./words";

interface Props {
  title: string;
  text: string;
  onClose: () => void;
  /** Asks for the next duplicata; without it the same may be printed again. */
  onAgain?: (() => void) | undefined;
  busy?: boolean;
}

/** What a printer prints, to be looked at, and to be printed by the browser: then nothing but the paper is on the page. */
export function PaperSheet({ title, text, onClose, onAgain, busy = false }: Props) {
  const words = useWords(tillWords);
  const shared = useWords(common);
  const [printed, setPrinted] = useState(false);
  const print = () => {
    globalThis.print();
    setPrinted(true);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      {/* Scrolls on small screens, and so has to be reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={css.paper} data-paper tabIndex={0} aria-label={title}>
        {text}
      </pre>
      <div className="sheet__actions">
        {printed && onAgain ? (
          <Button isDisabled={busy} onPress={onAgain}>
            {words.printDuplicata}
          </Button>
        ) : (
          <Button kind="primary" autoFocus onPress={print}>
            {words.print}
          </Button>
        )}
        <Button onPress={onClose}>{shared.close}</Button>
      </div>
    </Sheet>
  );
}

/** A note or receipt that was just issued; printing it again asks for its next duplicata. */
export function PapersOf({
  paper,
  onPaper,
  onClose,
}: {
  paper: Paper;
  onPaper: (paper: Paper) => void;
  onClose: () => void;
}) {
  const words = useWords(tillWords);
  const note = usePrintNote(paper.order_id, onPaper);
  const receipt = usePrintReceipt(onPaper);
  const name = paper.kind === "NOTE" ? words.note(paper.number) : words.receipt(paper.number);
  const version = paper.duplicata_no === 0 ? words.original : words.duplicata(paper.duplicata_no);
  const again = () => (paper.payment_id == null ? note.print() : receipt.print(paper.payment_id));
  return (
    <PaperSheet
      key={`${paper.document_id} ${paper.duplicata_no}`}
      title={`${name}, ${version}`}
      text={paper.text}
      onClose={onClose}
      onAgain={again}
      busy={note.busy || receipt.busy}
    />
  );
}
