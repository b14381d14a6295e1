package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to run a program that must not be root, in a folder of ours: as ourselves, as another user who owns the folder, or
 * in a user namespace in which the superuser is nobody.
 */
sealed interface Unprivileged {

    /** The command, changed so that the program is not root. */
    List<String> wrap(List<String> command);

    /** Hands the folder over to whoever runs the program. */
    void own(Path folder);

    /** The way that works here, for a folder that exists; fails with a remedy when none does. */
    static Unprivileged forFolder(Path folder) {
        if (!Tools.isRoot()) {
            return new Ourselves();
        }
        return otherUser(folder, "postgres", "nobody")
                .<Unprivileged>map(user -> user)
                .or(() -> Namespace.works() ? Optional.of(new Namespace()) : Optional.empty())
                .orElseThrow(() -> new SuiteException("PostgreSQL refuses to run as root, and no other user can reach "
                        + folder + ".\nPut the state elsewhere: BRIGADE_HOME=/var/lib/brigade ./brigade up"));
    }

    /** The first of these users who exists and can reach the folder. */
    static Optional<OtherUser> otherUser(Path folder, String... names) {
        return Tools.find("setpriv").stream()
                .flatMap(setpriv -> Stream.of(names).flatMap(name -> OtherUser.named(setpriv, name)))
                .filter(user -> user.reaches(folder))
                .findFirst();
    }

    /** Nothing needs changing. */
    record Ourselves() implements Unprivileged {

        @Override
        public List<String> wrap(List<String> command) {
            return command;
        }

        @Override
        public void own(Path folder) {}
    }

    /**
     * Another user.
     *
     * @param setpriv the program that changes the user
     * @param name user name
     * @param group number of the user's group
     */
    record OtherUser(Path setpriv, String name, String group) implements Unprivileged {

        private static Stream<OtherUser> named(Path setpriv, String name) {
            var group = Shell.run("id", "-g", name);
            return group.ok()
                    ? Stream.of(new OtherUser(setpriv, name, group.output().strip()))
                    : Stream.empty();
        }

        @Override
        public List<String> wrap(List<String> command) {
            var wrapped = new ArrayList<>(
                    List.of(setpriv.toString(), "--reuid=" + name, "--regid=" + group, "--clear-groups", "--"));
            wrapped.addAll(command);
            return wrapped;
        }

        @Override
        public void own(Path folder) {
            Shell.run("chown", "-R", name + ":" + group, folder.toString()).orFail("Cannot hand over " + folder);
        }

        boolean reaches(Path folder) {
            return Shell.run(Map.of(), wrap(List.of("test", "-x", folder.toString())))
                    .ok();
        }
    }

    /** The superuser without a name: files of root stay ours, but the program does not see user 0. */
    record Namespace() implements Unprivileged {

        private static boolean works() {
            return Shell.run("unshare", "-U", "true").ok();
        }

        @Override
        public List<String> wrap(List<String> command) {
            var wrapped = new ArrayList<>(List.of("unshare", "-U"));
            wrapped.addAll(command);
            return wrapped;
        }

        @Override
        public void own(Path folder) {
            Shell.run("chown", "-R", "root:root", folder.toString()).orFail("Cannot take over " + folder);
        }
    }
}
