import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { TextField } from "../fields";
import { scaledOf, typedOf } from "../numbers";
import { SaveForm } from "../SaveForm";
import type { Restaurant } from "../types";
import { useSave } from "../useSave";
import { adminWords } from "../words";
import { settingsWords } from "./words";

interface Change {
  name: string;
  address: string;
  discount_limit_bp: number;
}

function restaurantQuery(id: number) {
  return queryOptions({
    queryKey: ["restaurant", id],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Restaurant> =>
      answerOf(api.GET("/api/restaurants/{restaurant_id}", { params: { path: { restaurant_id: id } }, signal })),
  });
}

/** The restaurant: what stands on tickets, and what may be taken off without a manager. */
export function SettingsScreen() {
  const words = useWords(adminWords);
  const own = useWords(settingsWords);
  const tag = useLanguage();
  const { restaurantId, roles } = usePerson();
  const restaurant = useQuery(restaurantQuery(restaurantId));
  const [editing, setEditing] = useState(false);
  return (
    <AdminFrame title={words.settings}>
      <Answer of={restaurant}>
        {(read) => (
          <section className={styles.panel}>
            <dl className={styles.facts}>
              {[
                [words.name, read.name],
                [own.address, read.address],
                [own.limit, `${typedOf(read.discount_limit_bp, 2, tag)} %`],
                [own.legalName, read.legal_name],
                [own.siret, read.siret],
                [own.currency, read.currency],
                [own.timeZone, read.time_zone],
                [own.cutoff, `${read.day_cutoff_hour} h`],
              ].map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p className={styles.hint}>{own.fixed}</p>
            {roles.includes("ADMIN") ? (
              <div>
                <Button kind="primary" onPress={() => setEditing(true)}>
                  {words.edit}
                </Button>
              </div>
            ) : (
              <p className="notice">{own.adminsOnly}</p>
            )}
            {editing && <RestaurantSheet restaurant={read} onClose={() => setEditing(false)} />}
          </section>
        )}
      </Answer>
    </AdminFrame>
  );
}

const editOf = ({ name, address, discount_limit_bp }: Restaurant): Change => ({ name, address, discount_limit_bp });

function RestaurantSheet({ restaurant, onClose }: { restaurant: Restaurant; onClose: () => void }) {
  const words = useWords(adminWords);
  const own = useWords(settingsWords);
  const tag = useLanguage();
  const typedFrom = (read: Restaurant) => ({
    name: read.name,
    address: read.address,
    limit: typedOf(read.discount_limit_bp, 2, tag),
  });
  const [version, setVersion] = useState(restaurant.version);
  const [typed, setTyped] = useState(() => typedFrom(restaurant));
  const change = (part: Partial<typeof typed>) => setTyped((known) => ({ ...known, ...part }));
  const saving = useSave<Change, Restaurant>(
    ({ body, key, ifMatch }) => {
      const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
      const path = { restaurant_id: restaurant.restaurant_id };
      return answerOf(api.PUT("/api/restaurants/{restaurant_id}", { params: { path, header }, body }));
    },
    () => {
      void queryClient.invalidateQueries({ queryKey: ["restaurant"] });
      onClose();
    },
  );
  const limit = scaledOf(typed.limit, 2);
  const isWhole = typed.name.trim() !== "" && typed.address.trim() !== "" && limit !== undefined && limit <= 10_000;
  return (
    <SaveForm
      title={restaurant.name}
      saving={saving}
      body={isWhole ? { name: typed.name.trim(), address: typed.address.trim(), discount_limit_bp: limit } : undefined}
      version={version}
      editOf={editOf}
      labels={{ name: words.name, address: own.address, discount_limit_bp: own.limit }}
      onTake={(saved) => {
        setTyped(typedFrom(saved));
        setVersion(saved.version);
      }}
      onClose={onClose}
    >
      <TextField label={words.name} value={typed.name} maxLength={80} onChange={(name) => change({ name })} />
      <TextField
        label={own.address}
        value={typed.address}
        maxLength={200}
        onChange={(address) => change({ address })}
      />
      <TextField
        label={own.limit}
        value={typed.limit}
        inputMode="decimal"
        hint={own.limitHint}
        wrong={limit === undefined || limit > 10_000}
        onChange={(text) => change({ limit: text })}
      />
    </SaveForm>
  );
}
