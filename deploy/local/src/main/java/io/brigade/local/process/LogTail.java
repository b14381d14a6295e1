package io.brigade.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, read without reading all of it. */
public final class LogTail {

    private static final int WINDOW = 256 << 10;

    private final Path file;
    private long position;

    /** Follows the file from its present end. */
    public LogTail(Path file) {
        this.file = file;
        this.position = size();
    }

    /** The file's last lines, oldest first; empty when there is no such file. */
    public static List<String> lastLines(Path file, int count) {
        var tail = new LogTail(file);
        tail.position = Math.max(0, tail.position - WINDOW);
        var lines = tail.read().lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Lines completed since the last call. A file that became shorter was begun anew and is read from its start. */
    public List<String> newLines() {
        var text = read();
        var complete = text.lastIndexOf('\n') + 1;
        position += text.substring(0, complete).getBytes(StandardCharsets.UTF_8).length;
        return text.substring(0, complete).lines().toList();
    }

    private String read() {
        var end = size();
        if (end < position) {
            position = 0;
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(position);
            var bytes = new byte[(int) (end - position)];
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
