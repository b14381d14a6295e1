import { useState } from "react";
import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { TextField } from "../fields";
import { healthWords } from "./words";

const KEY = "brigade.tools";

interface Addresses {
  grafana: string;
  kibana: string;
}

/** Where deploy/compose puts them, unless this device was told something else. */
function addresses(): Addresses {
  const stored = localStorage.getItem(KEY);
  const usual = { grafana: `http://${location.hostname}:3000/`, kibana: `http://${location.hostname}:5601/` };
  return stored ? { ...usual, ...(JSON.parse(stored) as Partial<Addresses>) } : usual;
}

/** Only addresses that lead to a page: nothing that would run here. */
function isPage(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? "");
}

/** Ways to the tools that run beside Brigade. */
export function Tools() {
  const words = useWords(healthWords);
  const [known, setKnown] = useState(addresses);
  const change = (part: Partial<Addresses>) => {
    const next = { ...known, ...part };
    setKnown(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  const links = [
    { name: words.grafana, address: known.grafana },
    { name: words.kibana, address: known.kibana },
    { name: words.apiDocs, address: `${location.origin}/api-docs/` },
  ];
  return (
    <section className={styles.panel}>
      <h2>{words.tools}</h2>
      <p>{words.toolsText}</p>
      <div className={styles.row}>
        {links.map(({ name, address }) =>
          isPage(address) ? (
            <a key={name} className="button" href={address} target="_blank" rel="noreferrer">
              {name} <span aria-hidden="true">↗</span>
            </a>
          ) : null,
        )}
      </div>
      <div className={styles.bar}>
        <TextField
          label={words.grafanaAddress}
          value={known.grafana}
          hint={words.addressHint}
          wrong={!isPage(known.grafana)}
          onChange={(grafana) => change({ grafana })}
        />
        <TextField
          label={words.kibanaAddress}
          value={known.kibana}
          hint={words.addressHint}
          wrong={!isPage(known.kibana)}
          onChange={(kibana) => change({ kibana })}
        />
      </div>
    </section>
  );
}
