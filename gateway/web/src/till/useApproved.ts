import { useState } from "react";
import { Problem } from "../problems/problem";
import { mayApprove } from "../session/person";
import { usePerson } from "../session/useSession";

/** Asks a manager before something is done, unless whoever does it is one. */
export function useApproved(act: (approvalToken: string | undefined) => Promise<unknown>) {
  const person = usePerson();
  const [asking, setAsking] = useState(false);
  const run = (token: string | undefined) => {
    act(token).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.code.startsWith("APPROVAL_")) {
        setAsking(true);
      }
    });
  };
  return {
    /** The manager is being asked. */
    asking,
    begin: () => (mayApprove(person) ? run(undefined) : setAsking(true)),
    approved: (token: string) => {
      setAsking(false);
      run(token);
    },
    cancel: () => setAsking(false),
  };
}
