import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import { adminWords } from "../words";

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a long list. */
export function MoreButton({ of }: { of: Paged }) {
  const words = useWords(adminWords);
  return of.hasNextPage ? (
    <Button isDisabled={of.isFetchingNextPage} onPress={() => void of.fetchNextPage()}>
      {words.more}
    </Button>
  ) : null;
}
