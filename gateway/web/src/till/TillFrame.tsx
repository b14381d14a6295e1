import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { mayApprove } from "../session/person";
import { usePerson } from "../session/useSession";
import { Frame } from "../ui/Frame";
import { tillWords } from "./words";

interface Props {
  title: string;
  back?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of the till's screens, with the ways between them where there is no way back. */
export function TillFrame(props: Props) {
  const words = useWords(tillWords);
  const person = usePerson();
  return (
    <Frame
      {...props}
      wide
      nav={
        props.back === undefined && (
          <>
            <Link to="/till" activeOptions={{ exact: true, includeSearch: false }}>
              {words.bills}
            </Link>
            <Link to="/till/drawer">{words.drawer}</Link>
            {mayApprove(person) && <Link to="/till/closings">{words.closings}</Link>}
          </>
        )
      }
    />
  );
}
