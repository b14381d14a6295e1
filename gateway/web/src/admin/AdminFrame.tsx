import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { seesGroup } from "../session/person";
import { usePerson } from "../session/useSession";
import { Frame } from "../ui/Frame";
import styles from "./admin.module.css";
import { adminWords } from "./words";

/** The desk's frame: the title and the ways to its screens. */
export function AdminFrame({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const words = useWords(adminWords);
  const person = usePerson();
  return (
    <Frame
      title={title}
      wide
      aside={aside}
      nav={
        <>
          <Link to="/admin" activeOptions={{ exact: true }}>
            {words.today}
          </Link>
          {seesGroup(person) && <Link to="/admin/group">{words.group}</Link>}
          <Link to="/admin/carte">{words.carte}</Link>
          <Link to="/admin/floor">{words.floor}</Link>
          <Link to="/admin/staff">{words.staff}</Link>
          <Link to="/admin/closings">{words.closings}</Link>
          <Link to="/admin/reports">{words.reports}</Link>
          <Link to="/admin/journal">{words.journal}</Link>
          <Link to="/admin/accounting">{words.accounting}</Link>
          <Link to="/admin/health">{words.health}</Link>
          <Link to="/admin/settings">{words.settings}</Link>
        </>
      }
    >
      <div className={styles.screen}>{children}</div>
    </Frame>
  );
}
