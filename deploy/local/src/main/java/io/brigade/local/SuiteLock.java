package io.brigade.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two programs from changing one suite at the same time; released when its holder dies, however it dies. */
final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    static SuiteLock acquire(StateFolder state) {
        state.create();
        try {
            var channel = FileChannel.open(
                    state.run().resolve("suite.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw busy(null);
            }
            return new SuiteLock(channel);
        } catch (OverlappingFileLockException e) {
            throw busy(e);
        } catch (IOException e) {
            throw new SuiteException("Cannot lock " + state.run() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SuiteException("Cannot release the suite's lock.", e);
        }
    }

    private static SuiteException busy(@Nullable Throwable cause) {
        var message = "Another ./brigade is starting or stopping this suite. Wait for it, then try again.";
        return cause == null ? new SuiteException(message) : new SuiteException(message, cause);
    }
}
