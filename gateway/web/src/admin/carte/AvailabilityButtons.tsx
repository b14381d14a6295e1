import { day, time } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { useAvailability } from "./availability";
import { carteWords } from "./words";

interface Props {
  kind: "dish" | "formule";
  id: number;
  name: string;
  thing: { available: boolean; sold_out_until?: string | null; portions_left?: number | null };
}

/** Whether there is some, in words, and what changes it. */
export function AvailabilityButtons({ kind, id, name, thing }: Props) {
  const words = useWords(carteWords);
  const { timeZone } = usePerson();
  const { set, isBusy } = useAvailability();
  const busy = isBusy(kind, id);
  const until = thing.sold_out_until;
  return (
    <div className={styles.row}>
      {thing.available ? (
        <>
          <span className="badge badge--good">
            ✓ {thing.portions_left == null ? words.available : words.portionsLeft(thing.portions_left)}
          </span>
          <Button
            isDisabled={busy}
            aria-label={`${words.setSoldOut} : ${name}`}
            onPress={() => set(kind, id, { available: false })}
          >
            {words.setSoldOut}
          </Button>
          <Button
            isDisabled={busy}
            aria-label={`${words.setSoldOutToday} : ${name}`}
            onPress={() => set(kind, id, { available: false, until: "TOMORROW" })}
          >
            {words.setSoldOutToday}
          </Button>
        </>
      ) : (
        <>
          <span className="badge badge--bad">
            ✕ {until ? words.soldOutUntil(`${day(new Date(until), timeZone)} ${time(until, timeZone)}`) : words.soldOut}
          </span>
          <Button
            isDisabled={busy}
            aria-label={`${words.setAvailable} : ${name}`}
            onPress={() => set(kind, id, { available: true })}
          >
            {words.setAvailable}
          </Button>
        </>
      )}
    </div>
  );
}
