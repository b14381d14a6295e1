import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
  useLocation,
  useNavigate,
} from "@tanstack/react-router";
import { useEffect } from "react";
import { useWords } from "../i18n/words";
import { facesOf, type Face } from "../session/person";
import { session } from "../session/session";
import { useSession } from "../session/useSession";
import { Button } from "../ui/Button";
import { Toasts } from "../ui/Toasts";
import { common } from "../ui/words";

export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: Home,
  errorComponent: Failed,
});

export const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", beforeLoad: toOwnFace });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  beforeLoad: () => {
    if (session.state.person) {
      toOwnFace();
    }
  },
  component: lazyRouteComponent(() => import("../session/SignInScreen"), "SignInScreen"),
});

/** For `beforeLoad` of a face's route: sends away who is not signed in, or may not use it. */
export function requireFace(face: Face): void {
  const { person } = session.state;
  if (!person || !facesOf(person).includes(face)) {
    toOwnFace();
  }
}

function toOwnFace(): never {
  const { person } = session.state;
  const first = person ? facesOf(person)[0] : undefined;
  throw redirect({ to: first ? `/${first}` : "/sign-in", replace: true });
}

function Root() {
  const { status } = useSession();
  const navigate = useNavigate();
  const atSignIn = useLocation({ select: ({ pathname }) => pathname === "/sign-in" });
  useEffect(() => {
    if (status === "out") {
      void navigate({ to: "/sign-in", replace: true });
    }
  }, [status, navigate]);
  return (
    <>
      {/* A face is never drawn without somebody, not even for the moment before the sign-in is shown. */}
      {(status !== "out" || atSignIn) && <Outlet />}
      <Toasts />
    </>
  );
}

function Home() {
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: "/", replace: true }), [navigate]);
  return null;
}

function Failed() {
  const words = useWords(common);
  return (
    <main className="empty">
      <p role="alert">{words.failed}</p>
      <Button kind="primary" onPress={() => location.reload()}>
        {words.reload}
      </Button>
    </main>
  );
}
