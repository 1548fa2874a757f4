package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.store.StoreForm;
import org.candela.study.LibrarySealing;
import org.candela.vault.FastVault;
import org.candela.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.vault~1]
class VaultCommandTest {
    private static final String PASSPHRASE = "five grey words in a row";
    private static final String OTHER = "five other words in a row";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<String> typed = new ArrayDeque<>();

    private StoreForm store = StoreForm.PLAIN;
    private LibrarySealing.Progress images = new LibrarySealing.Progress(0, 5, 0);

    /** A key store without a keyring. */
    private final class Keys implements VaultCommand.Keys {
        private final Vault vault;

        Keys(Vault vault) {
            this.vault = vault;
        }

        @Override
        public StoreForm store() {
            return store;
        }

        @Override
        public int sealStore() {
            store = StoreForm.SEALED;
            return 1;
        }

        @Override
        public void unsealStore() {
            store = StoreForm.PLAIN;
        }

        @Override
        public LibrarySealing.Progress sealImages(Consumer<LibrarySealing.Progress> told) {
            told.accept(new LibrarySealing.Progress(2, 5, 0));
            return images;
        }

        @Override
        public boolean exists() {
            return vault.exists();
        }

        @Override
        public int create(char[] passphrase) throws CandelaException {
            vault.create(passphrase);
            return 2;
        }

        @Override
        public void change(char[] before, char[] after) throws CandelaException {
            vault.change(before, after);
        }

        @Override
        public void remember(char[] passphrase) throws CandelaException {
            throw new CandelaException("app.keyring", "none here");
        }

        @Override
        public void forget() throws CandelaException {
            throw new CandelaException("app.keyring", "none here");
        }

        @Override
        public boolean isRemembered() {
            return false;
        }
    }

    private Vault vault() {
        return FastVault.at(folder.resolve("vault.key"));
    }

    private int run(String words, String... passphrases) {
        typed.clear();
        typed.addAll(Arrays.asList(passphrases));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(new VaultCommand(new Keys(vault()), prompt -> Optional.ofNullable(typed.poll())
                        .map(String::toCharArray))));
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.split(" "));
    }

    @Test
    void aKeyStoreIsMadeByAPassphraseTypedTwiceAndChanged() throws Exception {
        assertEquals(0, run("vault status"));
        assertTrue(out.toString().contains("candela vault create"), out.toString());
        assertEquals(2, run("vault create", PASSPHRASE, "five grey words in a roW"));
        assertFalse(vault().exists());

        assertEquals(0, run("vault create", PASSPHRASE, PASSPHRASE), err.toString());
        assertTrue(out.toString().contains("2 secrets"), out.toString());
        assertEquals(0, run("vault change", PASSPHRASE, OTHER, OTHER), err.toString());

        vault().open(OTHER.toCharArray());
        assertEquals(2, run("vault change", PASSPHRASE, OTHER, OTHER));
        assertTrue(err.toString().contains("does not open by this passphrase"), err.toString());
        assertEquals(2, run("vault create", OTHER, OTHER));
        assertTrue(err.toString().contains("there is a key store already"), err.toString());
    }

    // [utest->req~store.converted~1]
    @Test
    void theStoreIsSealedWithTheKeyStoreAndMadePlainOnlyWhenTheReaderIsSure() throws Exception {
        assertEquals(0, run("vault create", PASSPHRASE, PASSPHRASE), err.toString());
        assertTrue(out.toString().contains("The store is sealed."), out.toString());

        assertEquals(2, run("vault decrypt-store", "no"));
        assertTrue(err.toString().contains("stays as it is"), err.toString());
        assertEquals(StoreForm.SEALED, store);
        assertEquals(0, run("vault decrypt-store", "yes"), err.toString());
        assertEquals(StoreForm.PLAIN, store);
        assertEquals(0, run("vault status"));
        assertTrue(out.toString().contains("candela vault seal-store"), out.toString());

        assertEquals(0, run("vault seal-store"));
        assertTrue(out.toString().contains("1 older copies"), out.toString());
    }

    @Test
    void whatIsWrongIsToldAndNoPassphraseWithIt() {
        assertEquals(2, run("vault create", "short", "short"));
        assertTrue(err.toString().contains("at least 10 letters"), err.toString());
        assertEquals(2, run("vault create"));
        assertTrue(err.toString().contains("CANDELA_PASSPHRASE"), err.toString());
        assertEquals(2, run("vault remember", PASSPHRASE));
        assertFalse((out.toString() + err).contains("grey"));
    }

    // [utest->req~study.sealing~1]
    @Test
    void imagesAreSealedAtOnceAndItIsToldHowFarAndWhatCouldNotBe() {
        assertEquals(2, run("vault seal-images"));
        assertTrue(err.toString().contains("candela vault create"), err.toString());
        run("vault create", PASSPHRASE, PASSPHRASE);

        assertEquals(0, run("vault seal-images"), err.toString());
        assertTrue(out.toString().contains("2 of 5 objects lie in plain text"), out.toString());
        assertTrue(out.toString().contains("All 5 objects are sealed."), out.toString());

        images = new LibrarySealing.Progress(1, 5, 1);
        assertEquals(1, run("vault seal-images --json"));
        assertTrue(out.toString().contains("\"failed\" : 1"), out.toString());
    }
}
