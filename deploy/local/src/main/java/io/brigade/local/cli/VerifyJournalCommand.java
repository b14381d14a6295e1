package io.brigade.local.cli;

import io.brigade.fiscal.ArchiveVerifier;
import io.brigade.fiscal.Fault;
import io.brigade.fiscal.Finding;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.TrustedKeys;
import io.brigade.fiscal.Verifier;
import io.brigade.local.JournalDatabase;
import io.brigade.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Verifies a fiscal journal. */
@Command(
        name = "verify-journal",
        mixinStandardHelpOptions = true,
        description = "Verify the fiscal journal: an archive, which needs nothing that runs, or all journals in the"
                + " database. Exits with 1 and names the first broken entry when one is.")
final class VerifyJournalCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** One of them. */
    static final class What {

        @Parameters(paramLabel = "FILE", description = "An archive of the journal (zip).")
        private Path file;

        @Option(names = "--database", description = "The journals in the database of payments-service.")
        private boolean database;
    }

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public keys that are trusted (PEM); never those out of the archive. This suite's own when not"
                            + " given.")
    private Path key;

    @Option(
            names = "--heads",
            paramLabel = "FOLDER",
            description = "Heads that were kept elsewhere: shows what was cut off or restored.")
    private Path heads;

    @Override
    public Integer call() throws IOException {
        var trusted = trusted();
        var kept = kept();
        return what.database ? database(trusted, kept) : archive(trusted, kept);
    }

    private int archive(TrustedKeys trusted, Heads kept) {
        try {
            return tell(new ArchiveVerifier(trusted, kept).verify(what.file));
        } catch (IOException e) {
            throw new SuiteException(what.file + " is no archive that can be read: " + e.getMessage(), e);
        }
    }

    private int database(TrustedKeys trusted, Heads kept) {
        var database = new JournalDatabase(brigade.suite().database());
        var verifier = new Verifier(trusted, database.enclosedKeys(), kept);
        var chains = database.chains();
        var worst = 0;
        for (var chain : chains) {
            var result = database.entries(chain, entries -> verifier.verifyWhole(chain.start(), entries));
            worst = Math.max(worst, tell(result.ok() ? atHead(chain, result) : result));
        }
        return Math.max(worst, vanished(chains, kept));
    }

    /** The database's own word about the end must be true, too. */
    private static Verifier.Result atHead(JournalDatabase.Chain chain, Verifier.Result result) {
        var last = result.last();
        if (last.sequence() == chain.headSequence() && last.hash().equals(chain.headHash())) {
            return result;
        }
        var cutOff = last.sequence() < chain.headSequence();
        var finding = new Finding(
                chain.restaurantId(),
                cutOff ? last.sequence() + 1 : last.sequence(),
                cutOff ? Fault.TRUNCATED : Fault.REWRITTEN);
        return new Verifier.Result(result.checked(), last, finding);
    }

    /** Chains of which nothing is left but a head that was kept. */
    private int vanished(List<JournalDatabase.Chain> chains, Heads kept) {
        var known = chains.stream().map(JournalDatabase.Chain::restaurantId).collect(Collectors.toSet());
        var gone =
                kept.chains().stream().filter(chain -> !known.contains(chain)).toList();
        gone.forEach(chain -> broken(new Finding(chain, 1, Fault.TRUNCATED)));
        return gone.isEmpty() ? 0 : 1;
    }

    private int tell(Verifier.Result result) {
        if (result.broken() != null) {
            broken(result.broken());
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println("chain %d: %d entries in order, up to number %d%n  %s"
                        .formatted(
                                result.last().chain(),
                                result.checked(),
                                result.last().sequence(),
                                result.last().hash()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void broken(Finding finding) {
        spec.commandLine().getErr().println("BROKEN: " + finding);
    }

    private TrustedKeys trusted() throws IOException {
        var file = key != null ? key : brigade.fiscalPublicKey();
        if (!Files.isReadable(file)) {
            throw new SuiteException("There is no public key at " + file + ". Name the one that you trust: --key FILE");
        }
        try {
            return TrustedKeys.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new SuiteException(file + " is no public key in PEM: " + e.getMessage(), e);
        }
    }

    private Heads kept() {
        if (heads == null) {
            return Heads.of();
        }
        try {
            return Heads.in(heads);
        } catch (IOException | IllegalArgumentException e) {
            throw new SuiteException("The heads in " + heads + " can't be read: " + e.getMessage(), e);
        }
    }
}
