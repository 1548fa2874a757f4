package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.candela.base.CandelaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela vault}: the key store that seals what proves to facilities who we are. */
// [impl->req~cli.vault~1]
@Command(
        name = "vault",
        description = "The key store: seals passwords and sign-ins of facilities under a passphrase.",
        footer = {
            "",
            "The passphrase is asked at the terminal and is never an option. Where nobody is asked, as in a service, set",
            "CANDELA_PASSPHRASE. A forgotten passphrase opens nothing again: give the facilities' secrets anew then."
        },
        mixinStandardHelpOptions = true)
public final class VaultCommand implements Runnable {
    private final Keys keys;
    private final Asking asking;

    /** What the commands work on. */
    public interface Keys {
        boolean exists();

        /** Makes it, and seals what lay in plain text; returns how many secrets that were. */
        int create(char[] passphrase) throws CandelaException;

        void change(char[] before, char[] after) throws CandelaException;

        /** Keeps the passphrase in the keyring of the desktop, once it has opened the key store. */
        void remember(char[] passphrase) throws CandelaException;

        void forget() throws CandelaException;

        boolean isRemembered();
    }

    /** Who is asked for a passphrase. */
    @FunctionalInterface
    public interface Asking {
        /** What was typed, unseen; empty where there is no terminal. */
        Optional<char[]> ask(String prompt);
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public VaultCommand(Keys keys, Asking asking) {
        this.keys = keys;
        this.asking = asking;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the key store? See candela vault --help.");
    }

    /** Whether there is one. */
    @Command(name = "status", description = "Whether there is one.", mixinStandardHelpOptions = true)
    int status(@Mixin Output output) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("exists", keys.exists())
                .put("remembered", keys.isRemembered());
        String text =
                keys.exists() ? "There is a key store." : "There is no key store; candela vault create makes one.";
        output.print(json, keys.isRemembered() ? text + " The keyring of the desktop has its passphrase." : text);
        return 0;
    }

    /** Makes it. */
    @Command(
            name = "create",
            description = "Makes it, and seals what an earlier version kept in plain text.",
            mixinStandardHelpOptions = true)
    int create(@Mixin Output output) throws CandelaException {
        int sealed = keys.create(chosen());
        output.print(
                JsonNodeFactory.instance.objectNode().put("sealed", sealed),
                "The key store is made; " + sealed + " secrets that lay in plain text are sealed.");
        return 0;
    }

    /** Another passphrase. */
    @Command(name = "change", description = "Gives it another passphrase.", mixinStandardHelpOptions = true)
    int change(@Mixin Output output) throws CandelaException {
        char[] before = ask("Passphrase: ");
        keys.change(before, chosen());
        output.print(
                JsonNodeFactory.instance.objectNode().put("changed", true),
                "It opens by the new passphrase alone."
                        + (keys.isRemembered() ? " The keyring has the old one: candela vault remember" : ""));
        return 0;
    }

    /** Into the keyring. */
    @Command(
            name = "remember",
            description = "Keeps the passphrase in the keyring of the desktop (secret-tool), so that nobody is asked."
                    + " Every program that runs as you can have it then.",
            mixinStandardHelpOptions = true)
    int remember(@Mixin Output output) throws CandelaException {
        keys.remember(ask("Passphrase: "));
        output.print(JsonNodeFactory.instance.objectNode().put("remembered", true), "The keyring has it.");
        return 0;
    }

    /** Out of it. */
    @Command(name = "forget", description = "Takes it out of the keyring.", mixinStandardHelpOptions = true)
    int forget(@Mixin Output output) throws CandelaException {
        keys.forget();
        output.print(JsonNodeFactory.instance.objectNode().put("remembered", false), "The keyring has it no more.");
        return 0;
    }

    /** Typed twice, since nobody sees what is typed. */
    private char[] chosen() throws CandelaException {
        char[] once = ask("New passphrase, ten letters or more: ");
        if (!Arrays.equals(once, ask("The same again: "))) {
            throw new CandelaException("cli.passphrases-differ", "the two are not the same; nothing was changed");
        }
        return once;
    }

    private char[] ask(String prompt) throws CandelaException {
        return asking.ask(prompt)
                .orElseThrow(() -> new CandelaException(
                        "cli.no-terminal", "there is no terminal to ask at; set CANDELA_PASSPHRASE"));
    }
}
