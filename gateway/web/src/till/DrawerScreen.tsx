import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { CountedDrawers } from "./CountedDrawers";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";
import { OpenDrawer } from "./OpenDrawer";
import { OpenDrawerForm } from "./OpenDrawerForm";
import { Read } from "./Read";
import { openDrawersQuery } from "./reads";
import { TillFrame } from "./TillFrame";
import { TillNameSheet } from "./TillNameSheet";
import { setTillName, useTillName } from "./tillName";
import { tillWords } from "./words";

/** The drawer under this till: opened, moved, counted. */
export function DrawerScreen() {
  const shared = useWords(tillWords);
  const words = useWords(drawerWords);
  const till = useTillName();
  const drawers = useQuery(openDrawersQuery);
  const [naming, setNaming] = useState(false);
  const others = drawers.data?.filter((drawer) => drawer.till !== till) ?? [];
  return (
    <TillFrame
      title={shared.drawer}
      aside={
        <Button onPress={() => setNaming(true)} aria-label={`${till}, ${words.rename}`}>
          {till}
        </Button>
      }
    >
      <div className={css.screen}>
        <Read of={drawers}>
          {(open) => {
            const mine = open.find((drawer) => drawer.till === till);
            return mine ? (
              <OpenDrawer key={mine.session_id} drawer={mine} />
            ) : (
              <OpenDrawerForm key={till} till={till} />
            );
          }}
        </Read>
        {others.length > 0 && (
          <div className={css.row}>
            <span>{words.others(others.map((drawer) => drawer.till).join(", "))}</span>
            {others.map((drawer) => (
              <Button key={drawer.session_id} onPress={() => setTillName(drawer.till)}>
                {words.useThat(drawer.till)}
              </Button>
            ))}
          </div>
        )}
        <CountedDrawers />
      </div>
      {naming && <TillNameSheet onClose={() => setNaming(false)} />}
    </TillFrame>
  );
}
