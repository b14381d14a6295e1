import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { TextField } from "../fields";
import type { Texts as Typed } from "./dishForm";
import { carteWords } from "./words";

interface Props {
  /** The carte's languages but the first. */
  languages: readonly string[];
  texts: Typed;
  described: boolean;
  onChange: (texts: Typed) => void;
}

/** Name and description in the carte's other languages. */
export function Texts({ languages, texts, described, onChange }: Props) {
  const words = useWords(carteWords);
  return languages.map((language) => {
    const text = texts[language] ?? { name: "", description: "" };
    const change = (part: Partial<typeof text>) => onChange({ ...texts, [language]: { ...text, ...part } });
    return (
      <div key={language} className={styles.two}>
        <TextField
          label={words.inLanguage(language)}
          value={text.name}
          maxLength={120}
          onChange={(name) => change({ name })}
        />
        {described && (
          <TextField
            label={words.descriptionIn(language)}
            value={text.description}
            maxLength={500}
            onChange={(description) => change({ description })}
          />
        )}
      </div>
    );
  });
}
