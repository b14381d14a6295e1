package io.brigade.local.cli;

import io.brigade.local.demo.Steps;
import java.io.PrintWriter;
import java.time.Duration;

/** The steps of the demo as lines on the terminal. */
final class ConsoleSteps implements Steps {

    private final PrintWriter out;
    private int number;

    ConsoleSteps(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void done(String what, String call, String result, Duration took) {
        number++;
        out.printf("%3d  %-44s %-35s %-34s %5d ms%n", number, what, call, result, took.toMillis());
        out.flush();
    }

    @Override
    public void closing(String summary) {
        out.printf("%n%s%n", summary);
        out.flush();
    }
}
