import { useId, type ReactNode } from "react";
import {
  Button as Pressable,
  GridList,
  GridListItem,
  isTextDropItem,
  SelectionIndicator,
  useDragAndDrop,
} from "react-aria-components";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { payWords } from "./payWords";
import css from "./split.module.css";
import type { BillLine } from "./types";

const TYPE = "brigade-bill-item";

interface Props {
  name: string;
  lines: readonly BillLine[];
  currency: string;
  empty: string;
  chosen: ReadonlySet<number>;
  onDrop: (items: readonly number[]) => void;
  /** Where items are chosen to be given. */
  onChoose?: (items: ReadonlySet<number>) => void;
  onTakeBack?: (item: number) => void;
  action?: ReactNode;
}

/** Items of one guest, or of nobody yet. They are dragged from pile to pile, by keys as well. */
export function ItemPile({ name, lines, currency, empty, chosen, onDrop, onChoose, onTakeBack, action }: Props) {
  const words = useWords(payWords);
  const title = useId();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [TYPE]: String(key), "text/plain": String(key) })),
    acceptedDragTypes: [TYPE],
    getDropOperation: () => "move",
    onRootDrop: ({ items }) => {
      const dropped = items.filter(isTextDropItem).map((item) => item.getText(TYPE));
      void Promise.all(dropped).then((ids) => onDrop(ids.map(Number)));
    },
  });
  const sum = lines.reduce((cents, { total_cents }) => cents + total_cents, 0);
  return (
    <section className={css.pile} aria-labelledby={title}>
      <header>
        <h2 id={title}>{name}</h2>
        <strong>{money(sum, currency)}</strong>
      </header>
      <GridList
        aria-labelledby={title}
        className={css.list ?? ""}
        items={lines.map((line) => ({ ...line, id: line.item_id }))}
        dependencies={[currency, onTakeBack, onChoose, words]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={css.empty}>{empty}</p>}
        selectionMode={onChoose ? "multiple" : "none"}
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose?.(new Set(keys === "all" ? lines.map(({ item_id }) => item_id) : [...keys].map(Number)))
        }
      >
        {(line) => (
          <GridListItem id={line.id} textValue={line.name} className={css.line ?? ""}>
            <Pressable
              slot="drag"
              className={`button button--quiet ${css.grip}`}
              aria-label={words.dragItem(line.name)}
            >
              ⠿
            </Pressable>
            <SelectionIndicator className={css.tick ?? ""}>✓</SelectionIndicator>
            <span className={css.name}>
              {line.quantity} × {line.name}
            </span>
            <span>{money(line.total_cents, currency)}</span>
            {onTakeBack && (
              <Button kind="quiet" aria-label={words.takeBack} onPress={() => onTakeBack(line.id)}>
                ↩
              </Button>
            )}
          </GridListItem>
        )}
      </GridList>
      {action}
    </section>
  );
}
