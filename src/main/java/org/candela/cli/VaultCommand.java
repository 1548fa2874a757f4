package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.store.StoreForm;
import org.candela.study.LibrarySealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela vault}: the key store that seals what proves to facilities who we are. */
// [impl->req~cli.vault~1]
@Command(
        name = "vault",
        description = "The key store: seals the store, and passwords and sign-ins of facilities, under a passphrase.",
        footer = {
            "",
            "The passphrase is asked at the terminal and is never an option. Where nobody is asked, as in a service, set",
            "CANDELA_PASSPHRASE. A forgotten passphrase opens nothing again: neither the store nor the facilities' secrets."
        },
        mixinStandardHelpOptions = true)
public final class VaultCommand implements Runnable {
    private final Keys keys;
    private final Asking asking;

    /** What the commands work on. */
    public interface Keys {
        boolean exists();

        /** How the store lies on the disk. */
        StoreForm store() throws CandelaException;

        /** Seals the store and its older copies; returns how many copies that were. */
        int sealStore() throws CandelaException;

        void unsealStore() throws CandelaException;

        /** Seals images that lie plain, telling now and then how far it is; how it ended. */
        LibrarySealing.Progress sealImages(Consumer<LibrarySealing.Progress> told) throws CandelaException;

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

    /** Whether there is one, and what it seals. */
    @Command(name = "status", description = "Whether there is one.", mixinStandardHelpOptions = true)
    int status(@Mixin Output output) throws CandelaException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("exists", keys.exists())
                .put("remembered", keys.isRemembered())
                .put("store", keys.store().name());
        String text = keys.exists()
                ? "There is a key store. " + storeWords(keys.store())
                : "There is no key store; candela vault create makes one.";
        output.print(json, keys.isRemembered() ? text + " The keyring of the desktop has its passphrase." : text);
        return 0;
    }

    private static String storeWords(StoreForm form) {
        return switch (form) {
            case ABSENT -> "There is no store yet; it will be sealed.";
            case PLAIN -> "The store lies in plain text: candela vault seal-store";
            case SEALED -> "The store is sealed.";
        };
    }

    /** Seals a store that was made before there was a key store. */
    @Command(
            name = "seal-store",
            description = "Seals the store and the copies made of it before migrations. Close Candela first.",
            mixinStandardHelpOptions = true)
    int sealStore(@Mixin Output output) throws CandelaException {
        int copies = keys.sealStore();
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("store", keys.store().name())
                        .put("copies", copies),
                storeWords(keys.store()) + (copies == 0 ? "" : " Sealed with it: " + copies + " older copies."));
        return 0;
    }

    /** Seals images that came before there was a key store. */
    @Command(
            name = "seal-images",
            description =
                    "Seals the images that came before there was a key store, at once; Candela also does it while it"
                            + " is open. May be stopped at any time and begun again.",
            mixinStandardHelpOptions = true)
    int sealImages(@Mixin Output output) throws CandelaException {
        if (!keys.exists()) {
            throw new CandelaException("vault.none", "there is no key store yet; make one with: candela vault create");
        }
        LibrarySealing.Progress end = keys.sealImages(
                now -> output.progress(now.plain() + " of " + now.all() + " objects lie in plain text"));
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("objects", end.all())
                        .put("plain", end.plain())
                        .put("failed", end.failed()),
                end.plain() == 0
                        ? "All " + end.all() + " objects are sealed."
                        : end.plain() + " of " + end.all()
                                + " objects could not be sealed and lie in plain text; the log"
                                + " says which: delete their studies and bring them again.");
        return end.plain() == 0 ? 0 : 1;
    }

    /** Makes the store plain. */
    @Command(
            name = "decrypt-store",
            description = "Makes the store one that everybody who has the file can read; asks first.",
            mixinStandardHelpOptions = true)
    int decryptStore(@Option(names = "--yes", description = "Do not ask.") boolean isSure, @Mixin Output output)
            throws CandelaException {
        if (!isSure
                && !"yes".equals(new String(ask("All patients' data will lie in plain text. Type yes to go on: ")))) {
            throw new CandelaException("cli.not-confirmed", "the store stays as it is");
        }
        keys.unsealStore();
        output.print(
                JsonNodeFactory.instance.objectNode().put("store", keys.store().name()),
                "The store lies in plain text. candela vault seal-store seals it again.");
        return 0;
    }

    /** Makes it. */
    @Command(
            name = "create",
            description = "Makes it, and seals what an earlier version kept in plain text.",
            mixinStandardHelpOptions = true)
    int create(@Mixin Output output) throws CandelaException {
        int sealed = keys.create(chosen());
        String made = "The key store is made; " + sealed + " secrets that lay in plain text are sealed.";
        try {
            keys.sealStore();
        } catch (CandelaException e) {
            throw new CandelaException(
                    e.code(), made + " The store is not: " + e.getMessage() + "; then: candela vault seal-store", e);
        }
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sealed", sealed)
                        .put("store", keys.store().name()),
                made + " " + storeWords(keys.store()));
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
