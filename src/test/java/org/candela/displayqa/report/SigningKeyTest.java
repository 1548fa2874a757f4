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
import org.candela.displayqa.measure.QaException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    @TempDir
    private Path folder;

    // [utest->req~displayqa.signing-key~1]
    @Test
    void theKeyIsMadeOnceAndFoundAgain() throws Exception {
        Path file = folder.resolve("keys/qa.key");

        SigningKey made = SigningKey.loadOrCreate(file);
        SigningKey found = SigningKey.loadOrCreate(file);

        assertEquals(made.fingerprint(), found.fingerprint());
        assertTrue(made.publicKey().verifies("text", found.sign("text")));
        assertFalse(made.publicKey().verifies("texT", found.sign("text")));
        assertNotEquals(
                made.fingerprint(),
                SigningKey.loadOrCreate(folder.resolve("other")).fingerprint());
    }

    // [utest->req~displayqa.signing-key~1]
    @Test
    void onlyItsOwnerCanReadTheKey() throws Exception {
        Path file = folder.resolve("qa.key");
        SigningKey.loadOrCreate(file);
        Assumptions.assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"), "this file system has no permissions");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    // [utest->req~displayqa.signing-key~1]
    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "00\n11\n", "not hex\nat all\n"})
    void aBrokenKeyFileIsRefusedAndNeverReplaced(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("qa.key"), text);

        QaException refused = assertThrows(QaException.class, () -> SigningKey.loadOrCreate(file));

        assertEquals("displayqa.key", refused.code());
        assertTrue(refused.toString().contains(file.toString()));
        assertEquals(text, Files.readString(file));
    }

    // [utest->req~displayqa.signing-key~1]
    @Test
    void keysThatDoNotBelongTogetherAreRefused() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        SigningKey.loadOrCreate(one);
        SigningKey.loadOrCreate(two);
        List<String> mixed =
                List.of(Files.readAllLines(one).get(0), Files.readAllLines(two).get(1));
        Path file = Files.write(folder.resolve("mixed"), mixed);

        assertThrows(QaException.class, () -> SigningKey.loadOrCreate(file));
    }
}
