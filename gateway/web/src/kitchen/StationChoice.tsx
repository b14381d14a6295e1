import { STATIONS, stationName } from "../carte/stations";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import styles from "./kitchen.module.css";
import { setScreen } from "./settings";
import { wakeSound } from "./sound";
import type { Station } from "./types";
import { kitchenWords } from "./words";

/** Asked once for each screen. */
export function StationChoice({ onChosen }: { onChosen?: () => void }) {
  const words = useWords(kitchenWords);
  const tag = useLanguage();
  const choose = (station: Station) => {
    wakeSound();
    setScreen({ station });
    onChosen?.();
  };
  return (
    <section className={styles.choice} aria-labelledby="choice">
      <h2 id="choice">{words.chooseStation}</h2>
      <div className={styles.stations}>
        {STATIONS.map((station) => (
          <Button key={station} onPress={() => choose(station)}>
            {stationName(station, tag)}
          </Button>
        ))}
      </div>
      <p>{words.chooseHint}</p>
    </section>
  );
}
