import { Link } from "@tanstack/react-router";
import { useEffect, useState, type ReactNode } from "react";
import { useWords } from "../i18n/words";
import { ConnectionBanner } from "./ConnectionBanner";
import "./frame.css";
import { SettingsSheet } from "./SettingsSheet";
import { Button } from "./Button";
import { common } from "./words";

interface Props {
  /** Of the screen; also the page's title. */
  title: string;
  /** Where "back" leads; without it there is no such button. */
  back?: ReactNode;
  /** Links between the screens of a face. */
  nav?: ReactNode;
  /** Beside the title: counts, filters. */
  aside?: ReactNode;
  /** Below everything, in reach of the thumb. */
  footer?: ReactNode;
  /** What is done here is kept on the device and sent later. */
  takes?: boolean;
  /** The whole width, for wall screens and tables of figures. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every screen: title, ways to elsewhere, what the connection is like, settings. */
export function Frame({ title, back, nav, aside, footer, takes = false, wide = false, children }: Props) {
  const words = useWords(common);
  const [settings, setSettings] = useState(false);
  useEffect(() => {
    document.title = `${title} · Brigade`;
  }, [title]);
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <header className="frame__head">
        {back ?? (
          <Link to="/" className="frame__mark" aria-label="Brigade">
            <img src="/brigade.svg" alt="" width="36" height="36" />
          </Link>
        )}
        <h1 className="frame__title">{title}</h1>
        <div className="frame__aside">{aside}</div>
        <Button kind="quiet" aria-label={words.menu} onPress={() => setSettings(true)}>
          <MenuIcon />
        </Button>
      </header>
      <ConnectionBanner takes={takes} />
      {nav && <nav className="frame__nav">{nav}</nav>}
      <main id="content" tabIndex={-1} className={wide ? "frame__main frame__main--wide" : "frame__main"}>
        {children}
      </main>
      {footer && <footer className="frame__foot">{footer}</footer>}
      {settings && <SettingsSheet onClose={() => setSettings(false)} />}
    </div>
  );
}

function MenuIcon() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M4 7h16M4 12h16M4 17h16" strokeLinecap="round" />
    </svg>
  );
}
