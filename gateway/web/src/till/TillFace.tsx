import { Outlet } from "@tanstack/react-router";
import { useTillLive } from "./live";

export function TillFace() {
  useTillLive();
  return <Outlet />;
}
