import { useState } from "react";
import { queryClient } from "../../app/queryClient";
import { tablesQuery } from "../../app/reads";
import { useWords } from "../../i18n/words";
import { TextField } from "../fields";
import { wholeOf } from "../numbers";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { Area, AreaEdit } from "../types";
import { useSave } from "../useSave";
import { adminWords } from "../words";
import { areasQuery, sendArea, takeAreaAway } from "./calls";
import { floorWords } from "./words";

interface Props {
  /** Undefined for a new one. */
  area: Area | undefined;
  areas: readonly Area[];
  onSaved: (area: Area) => void;
  onClose: () => void;
}

const editOf = ({ name, position }: Area): AreaEdit => ({ name, position });

/** Name and position of one area. */
export function AreaSheet({ area, areas, onSaved, onClose }: Props) {
  const words = useWords(floorWords);
  const shared = useWords(adminWords);
  const [version, setVersion] = useState(area?.version);
  const [name, setName] = useState(area?.name ?? "");
  const [position, setPosition] = useState(() =>
    String(area?.position ?? Math.min(1000, 1 + Math.max(0, ...areas.map((each) => each.position)))),
  );
  const readAgain = async () => {
    await queryClient.invalidateQueries({ queryKey: areasQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: tablesQuery.queryKey });
  };
  const saving = useSave<AreaEdit, Area>(
    (write) => sendArea(area?.area_id, write),
    (saved) => {
      void readAgain().then(() => onSaved(saved));
      onClose();
    },
  );
  const place = wholeOf(position, 0, 1000);
  const isWhole = name.trim() !== "" && place !== undefined;
  return (
    <SaveForm
      title={area?.name ?? words.newArea}
      saving={saving}
      body={isWhole ? { name: name.trim(), position: place } : undefined}
      version={version}
      editOf={editOf}
      labels={{ name: shared.name, position: words.order }}
      onTake={(saved) => {
        setName(saved.name);
        setPosition(String(saved.position));
        setVersion(saved.version);
      }}
      onClose={onClose}
      more={
        area && (
          <RemoveButton
            name={area.name}
            sure={words.areaSure(area.name)}
            send={(key) => takeAreaAway(area.area_id, key)}
            onRemoved={() => {
              void readAgain();
              onClose();
            }}
          />
        )
      }
    >
      <TextField label={shared.name} value={name} maxLength={40} onChange={setName} />
      <TextField
        label={words.order}
        value={position}
        inputMode="numeric"
        hint={words.orderHint}
        wrong={place === undefined}
        onChange={setPosition}
      />
    </SaveForm>
  );
}
