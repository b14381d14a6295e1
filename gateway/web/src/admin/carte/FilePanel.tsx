import { useState } from "react";
import { answerOf, api, newKey } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import { useWords } from "../../i18n/words";
import { explain, NoAnswer, Problem } from "../../problems/problem";
import { Button } from "../../ui/Button";
import { say, sayFailure } from "../../ui/toasts";
import styles from "../admin.module.css";
import { DataTable } from "../DataTable";
import { download } from "../download";
import { Check } from "../fields";
import type { ImportReport } from "../types";
import { carteWords } from "./words";

/** The carte as a file: out, and in after a trial that writes nothing. */
export function FilePanel() {
  const words = useWords(carteWords);
  const [busy, setBusy] = useState(false);
  const fetchFile = async (format: "json" | "csv") => {
    setBusy(true);
    try {
      await download(`/api/menu/export?format=${format}`, `carte.${format}`);
    } catch (failure) {
      sayFailure(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.panels}>
      <section className={styles.panel}>
        <h2>{words.exportTitle}</h2>
        <p>{words.exportText}</p>
        <div className={styles.row}>
          <Button isDisabled={busy} onPress={() => void fetchFile("json")}>
            {words.exportJson}
          </Button>
          <Button isDisabled={busy} onPress={() => void fetchFile("csv")}>
            {words.exportCsv}
          </Button>
        </div>
      </section>
      <ImportPanel />
    </div>
  );
}

interface Chosen {
  text: string;
  csv: boolean;
  /** Kept for all attempts to take this file over. */
  key: string;
}

function ImportPanel() {
  const words = useWords(carteWords);
  const [file, setFile] = useState<Chosen>();
  const [replace, setReplace] = useState(false);
  const [report, setReport] = useState<ImportReport>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const choose = async (chosen: File | undefined) => {
    setReport(undefined);
    setFailure(undefined);
    setFile(chosen && { text: await chosen.text(), csv: !/\.json$/i.test(chosen.name), key: newKey() });
  };
  const run = async (dryRun: boolean) => {
    if (!file) {
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      const told = await importFile(file, replace, dryRun, dryRun ? newKey() : file.key);
      setReport(told);
      if (!dryRun) {
        say(words.taken, "good");
        await queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
      }
    } catch (refused) {
      setFailure(refused);
      if (!dryRun && !(refused instanceof NoAnswer)) {
        setReport(undefined);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.panel}>
      <h2>{words.importTitle}</h2>
      <p>{words.importText}</p>
      <label className="field">
        <span className="field__label">{words.chooseFile}</span>
        <input
          className="field__input"
          type="file"
          accept=".json,.csv,application/json,text/csv"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </label>
      <Check
        checked={replace}
        onChange={(on) => {
          setReplace(on);
          setReport(undefined);
          setFile((known) => known && { ...known, key: newKey() });
        }}
      >
        {words.replace}
      </Check>
      <div className={styles.row}>
        <Button isDisabled={busy || !file} onPress={() => void run(true)}>
          {words.tryFile}
        </Button>
        <Button kind="primary" isDisabled={busy || !report?.dry_run} onPress={() => void run(false)}>
          {words.takeFile}
        </Button>
      </div>
      {failure !== undefined && <Refused failure={failure} />}
      {report && <Report report={report} />}
    </section>
  );
}

function importFile(file: Chosen, replace: boolean, dryRun: boolean, key: string): Promise<ImportReport> {
  return answerOf(
    api.POST("/api/menu/import", {
      params: {
        query: { dry_run: dryRun, ...(replace ? { mode: "REPLACE" } : {}) },
        header: { "Idempotency-Key": key },
      },
      headers: { "Content-Type": file.csv ? "text/csv" : "application/json" },
      body: file.text as never,
      bodySerializer: (text: unknown) => text as string,
    }),
  );
}

function Refused({ failure }: { failure: unknown }) {
  const errors = failure instanceof Problem ? failure.errors : [];
  return (
    <div className="notice notice--bad" role="alert">
      <div>
        <p>{explain(failure)}</p>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field + message}>
              <strong>{field}</strong> : {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Report({ report }: { report: ImportReport }) {
  const words = useWords(carteWords);
  const rows = [
    { kind: words.categories, ...report.categories },
    { kind: words.dishes, ...report.dishes },
    { kind: words.options, ...report.option_groups },
    { kind: words.formules, ...report.formules },
  ];
  return (
    <div role="status">
      <p>{report.dry_run ? words.tried : words.taken}</p>
      <DataTable
        caption={words.importTitle}
        rows={rows}
        keyOf={({ kind }) => kind}
        columns={[
          { head: words.kind, cell: ({ kind }) => kind },
          { head: words.created, cell: ({ created }) => created, figure: true },
          { head: words.changed, cell: ({ changed }) => changed, figure: true },
          { head: words.unchanged, cell: ({ unchanged }) => unchanged, figure: true },
          { head: words.removedCount, cell: ({ removed }) => removed, figure: true },
        ]}
      />
    </div>
  );
}
