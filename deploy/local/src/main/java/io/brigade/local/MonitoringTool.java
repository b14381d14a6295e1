package io.brigade.local;

import io.brigade.local.install.Requirement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A program that watches the suite and is no part of it: one loopback port, plain HTTP, a folder of its own. */
abstract class MonitoringTool extends ProcessComponent {

    private final Path folder;
    private final int port;
    private final Requirement requirement;
    private final ScrapeJob job;

    MonitoringTool(String name, StateFolder state, int port, Requirement requirement, ScrapeJob job) {
        super(name, state, state.observability().resolve(name));
        this.folder = state.observability().resolve(name);
        this.port = port;
        this.requirement = requirement;
        this.job = job;
    }

    /** Path that answers 200 when it can do its work. */
    abstract String readyPath();

    /** Base address. */
    public final URI url() {
        return URI.create("http://" + address());
    }

    /** Host and port, as a target of Prometheus. */
    final String address() {
        return "127.0.0.1:" + port;
    }

    final Requirement requirement() {
        return requirement;
    }

    /** As what Prometheus scrapes it. */
    final ScrapeJob job() {
        return job;
    }

    final Path folder() {
        return folder;
    }

    @Override
    final List<Integer> ports() {
        return List.of(port);
    }

    @Override
    final boolean answers() {
        return HttpProbe.answers200(url().resolve(readyPath()));
    }

    /** The program with its options; the folder that it works in is made. */
    final List<String> command(List<String> options) {
        createFolder(folder);
        var program = requirement
                .program()
                .orElseThrow(() -> new SuiteException(
                        name() + " is not installed: sudo apt-get install " + requirement.debianPackage()));
        var command = new ArrayList<>(List.of(program.toString(), "--web.listen-address=" + address()));
        command.addAll(options);
        return command;
    }

    /** Writes the file unless it says so already, never half; returns whether there was a change. */
    static boolean write(Path folder, String name, String content) {
        createFolder(folder);
        var file = folder.resolve(name);
        try {
            if (Files.exists(file) && Files.readString(file).equals(content)) {
                return false;
            }
            var draft = Files.createTempFile(folder, ".", ".new"); // only its owner reads it
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new SuiteException("Cannot write " + file + ".", e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SuiteException("Cannot make " + folder + ".", e);
        }
    }
}
