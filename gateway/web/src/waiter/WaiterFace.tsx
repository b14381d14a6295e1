import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useTopics } from "../app/live";
import { carteQuery } from "../app/reads";
import { useNotices } from "./notices";

export { CarteScreen } from "./CarteScreen";
export { FloorScreen } from "./FloorScreen";
export { QueueScreen } from "./QueueScreen";
export { TableScreen } from "./TableScreen";

/** The waiter's phone: what all of its screens share. */
export function WaiterFace() {
  useTopics("floor", "menu");
  // Read at the start, so that the carte is there before the first dead spot.
  useQuery(carteQuery);
  useNotices();
  return <Outlet />;
}
