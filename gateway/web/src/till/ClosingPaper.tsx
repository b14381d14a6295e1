import { useQuery } from "@tanstack/react-query";
import { useWords } from "../i18n/words";
import { Sheet } from "../ui/Sheet";
import { closingWords } from "./closingWords";
import { PaperSheet } from "./PaperSheet";
import { Read } from "./Read";
import { closingTextQuery } from "./reads";
import type { Closing } from "./types";

/** A closing as it is printed. */
export function ClosingPaper({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const words = useWords(closingWords);
  const text = useQuery(closingTextQuery(closing.closing_id));
  const title = words.name(closing.kind, closing.closing_no);
  return text.data === undefined ? (
    <Sheet title={title} onClose={onClose}>
      <Read of={text}>{() => null}</Read>
    </Sheet>
  ) : (
    <PaperSheet title={title} text={text.data} onClose={onClose} />
  );
}
