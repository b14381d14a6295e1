import { useTopics } from "../app/live";
import { useWords } from "../i18n/words";
import { Frame } from "../ui/Frame";
import { common } from "../ui/words";

export function WaiterFace() {
  const words = useWords(common);
  useTopics("floor");
  return (
    <Frame title={words.waiter}>
      <p className="empty">{words.nothing}</p>
    </Frame>
  );
}
