import { useState } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import { drawerWords } from "./drawerWords";
import { MoneyField } from "./MoneyField";
import { isTillName, setTillName, tillName } from "./tillName";
import { tillWords } from "./words";

/** What this device's till is called; its drawer is the one of that name. */
export function TillNameSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(drawerWords);
  const shared = useWords(tillWords);
  const general = useWords(common);
  const [name, setName] = useState(tillName);
  const good = isTillName(name.trim());
  return (
    <Sheet title={words.rename} onClose={onClose}>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (good) {
            setTillName(name.trim());
            onClose();
          }
        }}
      >
        <MoneyField
          label={shared.tillName}
          value={name}
          onChange={setName}
          error={good ? undefined : shared.tillNameBad}
          text
          autoFocus
        />
        <div className="sheet__actions">
          <Button kind="primary" type="submit">
            {words.save}
          </Button>
          <Button onPress={onClose}>{general.cancel}</Button>
        </div>
      </form>
    </Sheet>
  );
}
