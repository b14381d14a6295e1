package io.brigade.fiscal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Heads that were kept outside of the database, one file each. */
public final class Heads {

    private static final String SUFFIX = ".head.json";

    private final List<Head> heads;

    private Heads(List<Head> heads) {
        this.heads =
                heads.stream().sorted(Comparator.comparingLong(Head::sequence)).toList();
    }

    /** These heads. */
    public static Heads of(Head... heads) {
        return new Heads(List.of(heads));
    }

    /** All heads in a folder; {@link IllegalArgumentException} names a file that is none. */
    public static Heads in(Path folder) throws IOException {
        List<Head> heads = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(SUFFIX)).toList()) {
                heads.add(read(file));
            }
        }
        return new Heads(heads);
    }

    private static Head read(Path file) throws IOException {
        try {
            return Head.read(Files.readString(file));
        } catch (IllegalArgumentException noHead) {
            throw new IllegalArgumentException(file + " is no head of a journal", noHead);
        }
    }

    /**
     * Keeps a head in the folder, complete or not at all. One that is there stays: if the entry with its number is another
     * one now, it alone tells.
     */
    public static void keep(Path folder, Head head) throws IOException {
        Files.createDirectories(folder);
        Path kept = folder.resolve("chain-%d-%012d%s".formatted(head.chain(), head.sequence(), SUFFIX));
        if (Files.exists(kept)) {
            return;
        }
        Path draft = Files.createTempFile(folder, "head", ".new");
        Files.writeString(draft, head.text());
        Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The chains that there are heads of. */
    public List<Long> chains() {
        return heads.stream().map(Head::chain).distinct().toList();
    }

    /** The first head that no trusted key signed. */
    public Optional<Finding> forged(long chain, TrustedKeys keys) {
        return ofChain(chain)
                .filter(head -> !head.isSigned(keys))
                .findFirst()
                .map(head -> new Finding(chain, head.sequence(), Fault.HEAD_FORGED));
    }

    /** Whether the entry is another one than was there when its head was kept. */
    boolean contradict(Link entry) {
        return ofChain(entry.chain())
                .anyMatch(head ->
                        head.sequence() == entry.sequence() && !head.hash().equals(entry.hash()));
    }

    /** A finding when the chain once went further than that. */
    public Optional<Finding> truncated(Link last) {
        return ofChain(last.chain())
                .filter(head -> head.sequence() > last.sequence())
                .findFirst()
                .map(_ -> new Finding(last.chain(), last.sequence() + 1, Fault.TRUNCATED));
    }

    private Stream<Head> ofChain(long chain) {
        return heads.stream().filter(head -> head.chain() == chain);
    }
}
