package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaException;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~displayqa.signing-key~1]
class SigningKeyTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path wrap;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("signing.key");
        wrap = folder.resolve("signing.key.wrap");
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void theKeyIsMadeOnceAndFoundAgain() throws Exception {
        SigningKey made = keys().current();
        SigningKey found = keys().current();

        assertEquals(made.fingerprint(), found.fingerprint());
        assertTrue(made.publicKey().verifies("text", found.sign("text")));
        assertFalse(made.publicKey().verifies("texT", found.sign("text")));
        assertEquals(List.of(made.fingerprint()), keys().fingerprints());
        assertNotEquals(made.fingerprint(), SigningKey.generate().fingerprint());
        assertTrue(AuditVerifier.verify(database).isIntact());
    }

    @Test
    void theStoreAloneSignsNothing() throws Exception {
        SigningKey key = keys().current();
        byte[] wrapped = ledger.signingKey().orElseThrow().wrapped();

        String store = java.util.HexFormat.of().formatHex(wrapped);
        String secret = java.util.HexFormat.of().formatHex(key.encoded());
        assertFalse(store.contains(secret.substring(secret.length() - 64)), "the private key is not in clear");
        Path other = folder.resolve("other.wrap");
        assertEquals(
                Optional.empty(),
                WrappingKey.findOrMake(other).open(ledger.signingKey().orElseThrow()));
    }

    @Test
    void onlyItsOwnerCanReadWhatOpensTheKey() throws Exception {
        keys().current();
        Assumptions.assumeTrue(
                Files.getFileStore(wrap).supportsFileAttributeView("posix"), "this file system has no permissions");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(wrap)));
        try (var left = Files.list(folder)) {
            assertTrue(left.noneMatch(path -> path.toString().endsWith(".tmp")), "no draft is left");
        }
    }

    @Test
    void aKeyOfAnEarlierVersionIsTakenInAndStaysTheSame() throws Exception {
        SigningKey before = KeyFile.at(file);
        assertEquals(List.of(before.fingerprint()), keys().fingerprints(), "known before it is taken in");

        SigningKey after = keys().current();

        assertEquals(before.fingerprint(), after.fingerprint());
        assertFalse(Files.exists(file), "it is in the store now");
        assertEquals(before.fingerprint(), keys().current().fingerprint());
    }

    /** Killed between what is on the disk and what comes next: each such state leads to one key, and to the same. */
    @Test
    void aProgramKilledAtAnyStepLosesNoKey() throws Exception {
        SigningKey old = KeyFile.at(file);
        WrappingKey.findOrMake(wrap); // killed after the file, before the store

        assertEquals(old.fingerprint(), keys().current().fingerprint());

        KeyFile.at(folder.resolve("spare"));
        Files.writeString(
                file,
                java.util.HexFormat.of().formatHex(old.encoded()) + "\n" + old.publicKey()
                        + "\n"); // killed before it was deleted
        assertEquals(old.fingerprint(), keys().current().fingerprint());
        assertFalse(Files.exists(file));
        assertEquals(List.of(old.fingerprint()), keys().fingerprints());
    }

    @Test
    void whereWhatOpensItIsGoneANewKeyIsMadeAndTheOldOneStaysKnown() throws Exception {
        SigningKey first = keys().current();
        Files.delete(wrap);

        SigningKey second = keys().current();

        assertNotEquals(first.fingerprint(), second.fingerprint());
        assertEquals(List.of(first.fingerprint(), second.fingerprint()), keys().fingerprints());
    }

    @Test
    void twoProgramsThatMakeAKeyAtOnceEndWithOne() throws Exception {
        WrappingKey opener = WrappingKey.findOrMake(wrap);
        Said by = new Said(Bench.NOW, "test");

        var first = ledger.keepSigningKey(Optional.empty(), opener.wrap(SigningKey.generate()), by);
        var second = ledger.keepSigningKey(Optional.empty(), opener.wrap(SigningKey.generate()), by);

        assertEquals(first.publicKey(), second.publicKey());
        assertEquals(first.publicKey(), keys().current().publicKey().digits());
    }

    @Test
    void aKeyOfTheStoreIsNeverChangedOrDeleted() throws Exception {
        keys().current();

        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM signing_key")));
        assertThrows(
                StoreException.class,
                () -> database.change(tx -> tx.update("UPDATE signing_key SET public_key = 'x'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "00\n", "not hex\n"})
    void aBrokenFileIsRefusedAndNeverReplaced(String text) throws Exception {
        keys().current();
        Files.writeString(wrap, text);

        QaException refused = assertThrows(QaException.class, () -> keys().current());

        assertEquals("displayqa.key", refused.code());
        assertTrue(refused.toString().contains(wrap.toString()));
        assertEquals(text, Files.readString(wrap));
    }

    @Test
    void aKeyThatWasPutUnderAnotherNameIsRefused() throws Exception {
        WrappingKey opener = WrappingKey.findOrMake(wrap);
        var sealed = opener.wrap(SigningKey.generate());
        var renamed = new org.candela.displayqa.ledger.SealedKey(
                SigningKey.generate().publicKey().digits(), sealed.wrapped());

        assertEquals(Optional.empty(), opener.open(renamed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "00\n11\n", "not hex\nat all\n"})
    void aBrokenKeyOfAnEarlierVersionIsRefusedAndNeverReplaced(String text) throws Exception {
        Files.writeString(file, text);

        QaException refused = assertThrows(QaException.class, () -> keys().current());

        assertEquals("displayqa.key", refused.code());
        assertTrue(refused.toString().contains(file.toString()));
        assertEquals(text, Files.readString(file));
    }

    private SigningKeys keys() {
        return new SigningKeys(ledger, file, Bench.CLOCK);
    }
}
