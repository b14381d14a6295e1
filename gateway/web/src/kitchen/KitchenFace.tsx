import { useState } from "react";
import { useWords } from "../i18n/words";
import { KitchenFrame } from "./KitchenFrame";
import { useScreen } from "./settings";
import { StationChoice } from "./StationChoice";
import { StationScreen } from "./StationScreen";
import { kitchenWords } from "./words";

export function KitchenFace() {
  const words = useWords(kitchenWords);
  const { station } = useScreen();
  const [choosing, setChoosing] = useState(false);
  if (!station || choosing) {
    return (
      <KitchenFrame title={words.kitchen}>
        <StationChoice onChosen={() => setChoosing(false)} />
      </KitchenFrame>
    );
  }
  return <StationScreen key={station} station={station} onChange={() => setChoosing(true)} />;
}
