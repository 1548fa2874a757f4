package org.candela.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] SECRET = "zwei ü".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void setUp() {
        vault = FastVault.at(folder.resolve("home/vault.key"));
    }

    private static char[] passphrase() {
        return "five grey words in a row".toCharArray();
    }

    private static String code(Executable deed) {
        return assertThrows(VaultException.class, deed).code();
    }

    // [utest->req~vault.passphrase~1]
    @Test
    void whatWasSealedOpensAfterARestartByThePassphraseAlone() throws Exception {
        byte[] sealed = vault.create(passphrase()).seal("a", SECRET);

        assertArrayEquals(SECRET, vault.open(passphrase()).open("a", sealed));
        assertEquals("vault.wrong-passphrase", code(() -> vault.open("five grey words in a Row".toCharArray())));
    }

    // [utest->req~vault.passphrase~1]
    @Test
    void anotherPassphraseOpensTheSameKeyAndTheOldOneNothing() throws Exception {
        byte[] sealed = vault.create(passphrase()).seal("a", SECRET);

        vault.change(passphrase(), "another five words".toCharArray());

        assertArrayEquals(SECRET, vault.open("another five words".toCharArray()).open("a", sealed));
        assertEquals("vault.wrong-passphrase", code(() -> vault.open(passphrase())));
        assertEquals("vault.wrong-passphrase", code(() -> vault.change(passphrase(), "yet another one".toCharArray())));
    }

    // [utest->req~vault.passphrase~1]
    @Test
    void aKeyStoreThatIsThereIsNeverReplacedAndAShortPassphraseRefused() throws Exception {
        assertEquals("vault.short", code(() -> vault.create("short".toCharArray())));
        assertFalse(vault.exists());
        vault.create(passphrase());

        assertEquals("vault.exists", code(() -> vault.create(passphrase())));
        assertEquals("vault.short", code(() -> vault.change(passphrase(), "short".toCharArray())));
        vault.open(passphrase());
        try (var files = Files.list(folder.resolve("home"))) {
            assertEquals(1, files.count(), "drafts are taken away");
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions here");
        vault.create(passphrase());

        Path file = folder.resolve("home/vault.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file).contains("grey"), "the passphrase is in no file");
    }

    // [utest->req~vault.sealed~1]
    @Test
    void whatWasChangedOrRenamedDoesNotOpen() throws Exception {
        VaultKey key = vault.create(passphrase());
        byte[] sealed = key.seal("a", SECRET);

        assertEquals("vault.damaged", code(() -> key.open("b", sealed)));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertEquals("vault.damaged", code(() -> key.open("a", changed)));
        }
        assertEquals("vault.damaged", code(() -> key.open("a", new byte[3])));
        assertFalse(Arrays.equals(sealed, key.seal("a", SECRET)), "a nonce is used once");
    }

    /** One that says the same otherwise was written by something else. */
    @Test
    void aFileInCapitalsOrWithOtherLineEndsIsNoKeyStore() throws Exception {
        vault.create(passphrase());
        Path file = folder.resolve("home/vault.key");
        String whole = Files.readString(file);
        String[] lines = whole.split("\n");

        for (String other : List.of(
                whole.replace(lines[3], lines[3].toUpperCase(Locale.ROOT)),
                whole.replace("\n", "\r\n"),
                whole.strip(),
                whole + "\n",
                whole.replace("\n" + lines[1] + "\n", "\n0" + lines[1] + "\n"))) {
            Files.writeString(file, other);
            assertEquals("vault.unreadable", code(() -> vault.open(passphrase())), other);
        }
    }

    @Test
    void aFileThatIsNoKeyStoreIsToldWhateverItHolds() throws Exception {
        vault.create(passphrase());
        Path file = folder.resolve("home/vault.key");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = random.nextInt(4) == 0 ? new byte[random.nextInt(5000)] : whole.clone();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            if (new String(bytes, StandardCharsets.ISO_8859_1)
                    .lines()
                    .skip(1)
                    .findFirst()
                    .filter(l -> l.length() > 3)
                    .isPresent()) {
                continue; // more rounds than these take their time, and are another test's
            }
            Files.write(file, bytes);
            if (!Arrays.equals(bytes, whole)) {
                String said = code(() -> vault.open(passphrase()));
                assertTrue(List.of("vault.unreadable", "vault.wrong-passphrase").contains(said), said);
            }
        }
    }

    // [utest->req~vault.keyring~1]
    @Test
    void aDoorAsksItsSourcesOnceAndAWrongOneIsAsNone() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        VaultDoor door = new VaultDoor(vault, List.of(() -> Optional.of("wrong words all along".toCharArray()), () -> {
            asked.incrementAndGet();
            return Optional.of(passphrase());
        }));
        assertEquals("vault.none", code(door::key));
        byte[] sealed = vault.create(passphrase()).seal("a", SECRET);

        assertFalse(door.isLocked());
        assertArrayEquals(SECRET, door.key().open("a", sealed));
        door.key();
        assertEquals(1, asked.get());
    }

    // [utest->req~vault.asked~1]
    @Test
    void aDoorWithoutSourcesIsLockedUntilAPersonOpensIt() throws Exception {
        vault.create(passphrase());
        VaultDoor door = new VaultDoor(vault, List.of());
        assertTrue(door.isLocked());
        assertEquals("vault.locked", code(door::key));
        assertEquals("vault.wrong-passphrase", code(() -> door.unlock("not this one".toCharArray())));
        assertTrue(door.isLocked());

        door.unlock(passphrase());

        assertFalse(door.isLocked());
        door.key();
    }
}
