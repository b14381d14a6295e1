import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import type { StaffMember } from "../types";
import { adminWords } from "../words";
import { staffQuery } from "./reads";
import { ChangePersonSheet, NewPersonSheet } from "./StaffSheets";
import { staffWords } from "./words";

/** Who works here. Administrators add people, change them, and end their access. */
export function StaffScreen() {
  const words = useWords(adminWords);
  const own = useWords(staffWords);
  const isAdmin = usePerson().roles.includes("ADMIN");
  const staff = useQuery(staffQuery);
  const [editing, setEditing] = useState<StaffMember | "new">();
  return (
    <AdminFrame title={words.staff}>
      {isAdmin ? (
        <div className={styles.bar}>
          <Button kind="primary" onPress={() => setEditing("new")}>
            {own.newPerson}
          </Button>
        </div>
      ) : (
        <p className="notice">{own.adminsOnly}</p>
      )}
      <Answer of={staff}>
        {(people) => (
          <section className={styles.panel}>
            <DataTable
              caption={words.staff}
              rows={people}
              keyOf={({ staff_id }) => staff_id}
              columns={[
                { head: words.name, cell: ({ name }) => name },
                { head: own.code, cell: ({ staff_code }) => staff_code },
                {
                  head: own.roles,
                  cell: ({ roles }) => roles.map((role) => own[role as "WAITER"] ?? role).join(", "),
                },
                {
                  head: own.state,
                  cell: ({ active }) =>
                    active ? (
                      <span className="badge badge--good">✓ {own.active}</span>
                    ) : (
                      <span className="badge">✕ {own.inactive}</span>
                    ),
                },
                ...(isAdmin
                  ? [
                      {
                        head: words.edit,
                        cell: (person: StaffMember) => (
                          <Button aria-label={`${words.edit} : ${person.name}`} onPress={() => setEditing(person)}>
                            {words.edit}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </section>
        )}
      </Answer>
      {editing === "new" && <NewPersonSheet onClose={() => setEditing(undefined)} />}
      {editing && editing !== "new" && <ChangePersonSheet person={editing} onClose={() => setEditing(undefined)} />}
    </AdminFrame>
  );
}
