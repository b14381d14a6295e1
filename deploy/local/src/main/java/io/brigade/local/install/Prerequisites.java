package io.brigade.local.install;

import io.brigade.local.SuiteException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes sure that the programs are there: installs them as root on Debian, else says what to install. */
public final class Prerequisites {

    /** What all components and the tests need, but for what only a test needs that CI leaves out. */
    private static final Set<Requirement> ALL =
            EnumSet.complementOf(EnumSet.of(Requirement.POSTGRESQL_CLIENT, Requirement.FAKETIME));

    private Prerequisites() {}

    /** {@code ./brigade prerequisites} runs this from its source: nothing has to be built before. */
    static void main() {
        try {
            ensureAll(what -> System.out.println("  " + what + " …"));
            System.out.println("What the suite and its tests need is installed.");
        } catch (SuiteException missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }

    /** Returns when everything is there that all components and the tests need. */
    public static void ensureAll(Consumer<String> progress) {
        ensure(ALL, progress);
    }

    /**
     * Returns when every requirement is met.
     *
     * @param progress is told before something is installed, because that takes a while
     */
    public static void ensure(Collection<Requirement> requirements, Consumer<String> progress) {
        var missing = requirements.stream().filter(need -> !need.isMet()).toList();
        if (missing.isEmpty()) {
            return;
        }
        var packages = missing.stream().map(Requirement::debianPackage).toList();
        if (!Tools.isRoot() || Tools.find("apt-get").isEmpty()) {
            throw new SuiteException(remedy(packages));
        }
        progress.accept("installing " + String.join(", ", packages));
        Apt.install(packages);
        missing.stream().filter(need -> !need.isMet()).findFirst().ifPresent(need -> {
            throw new SuiteException("The package " + need.debianPackage()
                    + " was installed, but the program is still not found. Put it on PATH.");
        });
    }

    private static String remedy(List<String> packages) {
        var remedy = "Missing on this machine: " + String.join(", ", packages) + ". ";
        return Tools.find("apt-get").isEmpty() && Tools.find("brew").isPresent()
                ? remedy + "Install them with brew, or put their makers' programs on PATH."
                : remedy + "Install with:\n    sudo apt-get install " + String.join(" ", packages);
    }
}
