package io.brigade.local.cli;

import io.brigade.local.Component;
import io.brigade.local.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Progress as lines on the terminal, each with how long it took. */
final class ConsoleProgress implements Progress {

    private final PrintWriter out;
    private boolean changed;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    /** Whether anything was started. */
    boolean changedAnything() {
        return changed;
    }

    @Override
    public void working(String what) {
        out.printf("  %s …%n", what);
        out.flush();
    }

    @Override
    public void ready(Component component, Duration took) {
        if (component.isExternal()) {
            line(component, "external", "");
            return;
        }
        changed = true;
        line(component, "ready", String.format(Locale.ROOT, "%5.1f s", took.toMillis() / 1000.0));
    }

    @Override
    public void alreadyRunning(Component component) {
        line(component, "running", "");
    }

    @Override
    public synchronized void stopped(Component component) {
        out.printf("  %-17s stopped%n", component.name());
        out.flush();
    }

    private void line(Component component, String state, String took) {
        out.printf("  %-17s %-9s %7s   :%d%n", component.name(), state, took, component.port());
        out.flush();
    }
}
