package io.brigade.local.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Changes a key. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Change a key or the certificate while everything goes on: not a request fails.",
        subcommands = {RotateCommand.TokenKey.class, RotateCommand.FiscalKey.class, RotateCommand.Certificate.class},
        synopsisSubcommandLabel = "WHAT")
final class RotateCommand implements Runnable {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What they have in common. */
    abstract static class Rotation implements Callable<Integer> {

        @ParentCommand
        private RotateCommand parent;

        @Spec
        private CommandSpec spec;

        final io.brigade.local.KeyRotation keys() {
            return parent.brigade
                    .suite()
                    .keys(new ConsoleProgress(spec.commandLine().getOut()));
        }

        final Path publicKey() {
            return parent.brigade.fiscalPublicKey();
        }

        final int say(String text) {
            spec.commandLine().getOut().println(text);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /** Of tokens. */
    @Command(
            name = "token-key",
            mixinStandardHelpOptions = true,
            description = "The key that signs access tokens. Those that are out stay good until --finish.")
    static final class TokenKey extends Rotation {

        @Option(names = "--finish", description = "Withdraw former keys, when their tokens have expired.")
        private boolean finish;

        @Option(names = "--now", description = "With --finish: do not wait for that; everybody signs in again.")
        private boolean now;

        @Override
        public Integer call() {
            if (finish) {
                keys().withdrawFormerTokenKeys(now);
                return say("Only tokens of the present key are accepted.");
            }
            keys().changeTokenKey();
            return say("A new key signs tokens. In a quarter of an hour: ./brigade rotate token-key --finish");
        }
    }

    /** Of the fiscal journal. */
    @Command(
            name = "fiscal-key",
            mixinStandardHelpOptions = true,
            description = "The key that signs the fiscal journal. The former public key stays, to verify with.")
    static final class FiscalKey extends Rotation {

        @Override
        public Integer call() {
            keys().changeFiscalKey();
            return say("A new key signs the journal. Keep a copy of " + publicKey() + ", and check:"
                    + " ./brigade verify-journal --database");
        }
    }

    /** Of the gateway. */
    @Command(
            name = "certificate",
            mixinStandardHelpOptions = true,
            description = "The gateway's self-signed certificate and its key.")
    static final class Certificate extends Rotation {

        @Override
        public Integer call() {
            keys().changeCertificate();
            return say("The gateway shows a new certificate. Browsers ask once more whether it is trusted.");
        }
    }
}
