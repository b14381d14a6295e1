import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../../api/client";
import { everyPage } from "../../app/reads";
import type { StaffMember } from "../types";

export const staffQuery = queryOptions({
  queryKey: ["staff"],
  staleTime: 0,
  queryFn: ({ signal }): Promise<StaffMember[]> =>
    everyPage((cursor) => answerOf(api.GET("/api/staff", { params: { query: { limit: 200, cursor } }, signal }))),
});
