import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { common } from "../ui/words";

/** What was read; until then that it is being read, and when it can't be, why and a way to try again. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const words = useWords(common);
  if (of.data !== undefined) {
    return <>{children(of.data)}</>;
  }
  if (of.error) {
    return (
      <div className="notice notice--bad" role="alert">
        <p>{explain(of.error)}</p>
        <Button isDisabled={of.isFetching} onPress={() => void of.refetch()}>
          {words.retry}
        </Button>
      </div>
    );
  }
  return (
    <p className="empty" role="status">
      {words.loading}
    </p>
  );
}
