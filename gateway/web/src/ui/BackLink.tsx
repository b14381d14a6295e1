import { Link, type LinkProps } from "@tanstack/react-router";
import { useWords } from "../i18n/words";
import { common } from "./words";

/** The way back, at the upper left. */
export function BackLink(props: LinkProps) {
  const words = useWords(common);
  return (
    <Link {...props} className="button button--quiet" aria-label={words.back}>
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M15 5l-7 7 7 7" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Link>
  );
}
