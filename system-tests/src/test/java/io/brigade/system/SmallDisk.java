package io.brigade.system;

import io.brigade.local.process.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder on a disk of its own that is hardly larger than what lies in the folder, and can be filled. Mounting takes the
 * superuser. Nobody may use the folder while it moves there and back.
 */
final class SmallDisk implements AutoCloseable {

    private static final int SPARE_MEGABYTES = 48;

    private final Path folder;
    private final Path elsewhere;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.elsewhere = folder.resolveSibling(folder.getFileName() + ".elsewhere");
        this.ballast = folder.resolve("ballast");
    }

    /** Moves the folder's content to the small disk until it is closed. */
    static SmallDisk under(Path folder) {
        var disk = new SmallDisk(folder);
        int megabytes = Integer.parseInt(run("du", "-sm", folder.toString()).split("\\s", 2)[0]) + SPARE_MEGABYTES;
        run("mv", folder.toString(), disk.elsewhere.toString());
        run("mkdir", folder.toString());
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "brigade-small-disk", folder.toString());
        run("cp", "-a", disk.elsewhere + "/.", folder.toString());
        return disk;
    }

    /** Not a byte is free afterwards. */
    void fill() {
        Shell.run("dd", "if=/dev/zero", "of=" + ballast, "bs=4k", "status=none");
    }

    /** There is room again. */
    void makeRoom() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("rm", "-rf", elsewhere.toString());
        run("cp", "-a", folder.toString(), elsewhere.toString());
        run("umount", folder.toString());
        run("rmdir", folder.toString());
        run("mv", elsewhere.toString(), folder.toString());
    }

    private static String run(String... command) {
        return Shell.run(command).orFail(String.join(" ", command));
    }
}
