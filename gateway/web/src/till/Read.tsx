import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { common } from "../ui/words";

/** Shows what was read, that it is being read, or why it could not be and the way to try again. */
export function Read<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const words = useWords(common);
  if (of.data !== undefined) {
    return children(of.data);
  }
  return of.isError ? (
    <div className="notice notice--bad" role="alert">
      <p>{explain(of.error)}</p>
      <Button onPress={() => void of.refetch()}>{words.retry}</Button>
    </div>
  ) : (
    <p className="empty" role="status">
      {words.loading}
    </p>
  );
}
