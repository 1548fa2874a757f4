package org.candela.app;

import java.io.Console;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.cli.VaultCommand;
import org.candela.store.Database;
import org.candela.store.StoreForm;
import org.candela.study.LibraryFiles;
import org.candela.study.LibrarySealing;
import org.candela.study.LibrarySweep;
import org.candela.vault.PassphraseSource;
import org.candela.vault.Vault;

/** The key store of this workstation, for the terminal. */
final class KeyStores implements VaultCommand.Keys {
    /** How often it is told how far sealing is. */
    private static final long EACH_NANOS = 1_000_000_000L;

    private final Config config;
    private final Keyring keyring;
    private final Clock clock;

    KeyStores(Config config, Clock clock) {
        this.clock = clock;
        this.config = config.asking(new Terminal());
        this.keyring = new Keyring(config.paths().home());
    }

    /** Whoever sits at the terminal, unseen; empty where there is none. */
    @SuppressWarnings("SystemConsoleNull") // later platforms give one that reads nothing where there is no terminal
    static Optional<char[]> ask(String prompt) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", prompt));
    }

    /** The environment first, as for everything that runs without a person. */
    static Optional<char[]> given(String prompt) {
        String given = System.getenv(Config.PASSPHRASE);
        return given == null || given.isEmpty() ? ask(prompt) : Optional.of(given.toCharArray());
    }

    /** Asks at the terminal. */
    static final class Terminal implements PassphraseSource {
        @Override
        public Optional<char[]> find() {
            return ask("Passphrase of the key store: ");
        }

        /** None when the two differ: nobody sees what was typed. */
        @Override
        public Optional<char[]> choose() {
            return ask("No key store yet. New passphrase for it, ten letters or more: ")
                    .filter(once -> ask("The same again: ")
                            .filter(again -> Arrays.equals(once, again))
                            .isPresent());
        }
    }

    @Override
    public boolean exists() {
        return config.door().exists();
    }

    @Override
    public int create(char[] passphrase) throws CandelaException {
        config.door().create(passphrase);
        return config.secrets().sealAll();
    }

    @Override
    public StoreForm store() throws CandelaException {
        return config.store().form();
    }

    @Override
    public int sealStore() throws CandelaException {
        return new StoreFiles(config.store()).seal();
    }

    @Override
    public void unsealStore() throws CandelaException {
        new StoreFiles(config.store()).unseal();
    }

    @Override
    public LibrarySealing.Progress sealImages(Consumer<LibrarySealing.Progress> told) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            LibraryFiles files = new HomeImages(config).files(database);
            int unused = new LibrarySweep(database, files, clock).run();
            LibrarySealing sealing = new LibrarySealing(database, files);
            boolean isMore = true;
            while (isMore) {
                long next = System.nanoTime() + EACH_NANOS;
                isMore = sealing.seal(() -> System.nanoTime() > next);
                told.accept(sealing.progress());
            }
            return sealing.progress();
        }
    }

    @Override
    public void change(char[] before, char[] after) throws CandelaException {
        new Vault(config.paths().vault()).change(before, after);
    }

    @Override
    public void remember(char[] passphrase) throws CandelaException {
        config.door().unlock(passphrase);
        keyring.keep(passphrase);
    }

    @Override
    public void forget() throws CandelaException {
        keyring.forget();
    }

    @Override
    public boolean isRemembered() {
        return keyring.isChosen();
    }
}
