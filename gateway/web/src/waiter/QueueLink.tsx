import { Link } from "@tanstack/react-router";
import { outbox, useOutbox } from "../app/live";
import { useWords } from "../i18n/words";
import { common } from "../ui/words";
import styles from "./floor.module.css";
import { words as waiterWords } from "./words";

/** What waits on this device, if anything does; leads to where it can be settled. */
export function QueueLink() {
  const shared = useWords(common);
  const words = useWords(waiterWords);
  const writes = useOutbox();
  const refused = writes.filter(({ refusal }) => refusal).length;
  if (writes.length === 0) {
    return <p className={styles.allSent}>{outbox.isRead && words.queueEmpty}</p>;
  }
  return (
    <Link to="/waiter/queue" className={refused > 0 ? `button ${styles.refused}` : `button ${styles.waiting}`}>
      {refused > 0 ? shared.refused(refused) : shared.waiting(writes.length)}
    </Link>
  );
}
