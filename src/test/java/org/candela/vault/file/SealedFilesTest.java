package org.candela.vault.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.candela.vault.FastVault;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFilesTest {
    private static final int CHUNK = SealedHead.CHUNK;
    private static final String DIGITS = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private SealedFileSystem files;
    private Path sealed;

    @BeforeEach
    void setUp() throws Exception {
        files = Sealed.under(folder);
        sealed = files.at(folder);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static String code(org.junit.jupiter.api.function.Executable deed) {
        return assertThrows(SealedFileException.class, deed).code();
    }

    // [utest->req~vault.files~1]
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17})
    void whatIsWrittenIsReadAndNotSeenOnTheDisk(int length) throws IOException {
        byte[] content = content(length);
        Path file = sealed.resolve("a.dcm");

        Files.write(file, content);

        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(length, Files.size(file));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.dcm"));
        assertEquals(length == 0 ? 0 : SealedHead.sealedSize(length), onDisk.length);
        if (length > 8) {
            assertFalse(new String(onDisk, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(new String(content, 0, 8, java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
    }

    // [utest->req~vault.files~1]
    @Test
    void anyPartIsReadFromAnywhere() throws IOException {
        byte[] content = content(5 * CHUNK + 123);
        Files.write(sealed.resolve("a"), content);
        Random random = new Random(1);

        try (FileChannel channel = FileChannel.open(sealed.resolve("a"), StandardOpenOption.READ)) {
            for (int i = 0; i < 500; i++) {
                int start = random.nextInt(content.length);
                ByteBuffer part = i % 2 == 0
                        ? ByteBuffer.allocate(random.nextInt(3 * CHUNK))
                        : ByteBuffer.allocateDirect(random.nextInt(3 * CHUNK));
                int expected = Math.min(part.remaining(), content.length - start);

                assertEquals(expected, channel.read(part, start));

                byte[] read = new byte[expected];
                part.flip().get(read);
                assertArrayEquals(Arrays.copyOfRange(content, start, start + expected), read);
            }
            assertEquals(-1, channel.read(ByteBuffer.allocate(1), content.length));
        }
    }

    @Test
    void sizesOnTheDiskAndOfTheContentAreEachOthersInverse() {
        for (long plain = 0; plain < 4L * CHUNK; plain += 7) {
            assertEquals(plain, SealedHead.plainSize(SealedHead.sealedSize(plain)));
        }
        assertEquals(-1, SealedHead.plainSize(SealedHead.sealedSize(0) - 1));
        assertEquals(-1, SealedHead.plainSize(SealedHead.sealedSize(CHUNK) + 1));
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void aFileThatWasCutOffAnywhereIsRefused() throws IOException {
        Files.write(sealed.resolve("a"), content(2 * CHUNK + 100));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a"));

        for (int length : new int[] {
            1,
            20,
            63,
            64,
            80,
            (int) SealedHead.place(1),
            (int) SealedHead.place(2),
            (int) SealedHead.place(2) + 16,
            onDisk.length - 16,
            onDisk.length - 1
        }) {
            Files.write(folder.resolve("a"), Arrays.copyOf(onDisk, length));
            if (length < 16) {
                assertEquals(length, Files.readAllBytes(sealed.resolve("a")).length); // says nothing of being sealed
            } else {
                assertEquals(
                        SealedFileException.DAMAGED, code(() -> FileChannel.open(sealed.resolve("a"))), "at " + length);
            }
        }
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void chunksThatChangedPlacesAreRefusedNamingFileAndOffset() throws IOException {
        Files.write(sealed.resolve("a"), content(3 * CHUNK));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a"));
        byte[] changed = onDisk.clone();
        int first = (int) SealedHead.place(0);
        int second = (int) SealedHead.place(1);
        System.arraycopy(onDisk, first, changed, second, second - first);
        System.arraycopy(onDisk, second, changed, first, second - first);
        Files.write(folder.resolve("a"), changed);

        try (FileChannel channel = FileChannel.open(sealed.resolve("a"))) {
            SealedFileException refused =
                    assertThrows(SealedFileException.class, () -> channel.read(ByteBuffer.allocate(10), CHUNK + 5L));

            assertEquals(SealedFileException.DAMAGED, refused.code());
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("/a: at offset " + second + " "),
                    refused.getMessage());
            assertEquals(CHUNK, channel.read(ByteBuffer.allocate(CHUNK), 2L * CHUNK), "the third is where it was");
        }
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void aChunkOfAnotherFileIsRefused() throws IOException {
        Files.write(sealed.resolve("a"), content(3 * CHUNK));
        Files.write(sealed.resolve("b"), content(3 * CHUNK));
        byte[] a = Files.readAllBytes(folder.resolve("a"));
        byte[] b = Files.readAllBytes(folder.resolve("b"));
        System.arraycopy(b, (int) SealedHead.place(1), a, (int) SealedHead.place(1), CHUNK + SealedHead.TAG);
        Files.write(folder.resolve("a"), a);

        assertEquals(SealedFileException.DAMAGED, code(() -> Files.readAllBytes(sealed.resolve("a"))));
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void aFileDoesNotTakeThePlaceOfAnother() throws IOException {
        Path one = sealed.resolve(SealedFileSystem.nameOf(DIGITS));
        Path other = sealed.resolve(SealedFileSystem.nameOf("f" + DIGITS.substring(1)));
        Files.write(one, content(10));
        Files.write(other, content(20));
        assertEquals(20, Files.readAllBytes(other).length);

        Files.move(SealedFileSystem.onDisk(one), SealedFileSystem.onDisk(other), StandardCopyOption.REPLACE_EXISTING);

        assertEquals(SealedFileException.DAMAGED, code(() -> Files.readAllBytes(other)));
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void aPlainFileIsRefusedUnderTheNameOfASealedOneAndReadUnderAnother() throws IOException {
        String name = SealedFileSystem.nameOf(DIGITS);
        Files.write(folder.resolve(name), content(10));
        Files.write(folder.resolve("plain.dcm"), content(10));

        assertEquals(SealedFileException.DAMAGED, code(() -> Files.readAllBytes(sealed.resolve(name))));
        assertArrayEquals(content(10), Files.readAllBytes(sealed.resolve("plain.dcm")));
        assertEquals(10, Files.size(sealed.resolve("plain.dcm")));
    }

    // [utest->req~vault.files~1]
    @Test
    void anotherKeyStoreOpensNothingAndSaysWhatToDo() throws Exception {
        Files.write(sealed.resolve("a"), content(10));
        Path elsewhere =
                Sealed.under(Files.createDirectory(folder.resolve("other"))).at(folder.resolve("a"));

        SealedFileException refused = assertThrows(SealedFileException.class, () -> Files.readAllBytes(elsewhere));

        assertEquals(SealedFileException.OTHER_KEY, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("vault.key"), refused.getMessage());
    }

    // [utest->req~vault.files-locked~1]
    @Test
    void aLockedKeyStoreOpensNothingSealedAndSaysWhatToDoAndLeavesPlainFilesReadable() throws Exception {
        Files.write(sealed.resolve("a"), content(10));
        Files.write(folder.resolve("plain"), content(10));
        Vault vault = FastVault.at(folder.resolve("vault.key"));
        VaultDoor door = new VaultDoor(vault, List.of());
        SealedFileSystem locked = new SealedFileSystem(
                folder.toAbsolutePath(), () -> SealingKey.of(door.key()), UnaryOperator.identity());

        SealedFileException refused =
                assertThrows(SealedFileException.class, () -> Files.readAllBytes(locked.at(folder.resolve("a"))));
        assertEquals("vault.locked", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("CANDELA_PASSPHRASE"), refused.getMessage());
        assertEquals("vault.locked", code(() -> Files.write(locked.at(folder.resolve("new")), content(10))));
        assertArrayEquals(content(10), Files.readAllBytes(locked.at(folder.resolve("plain"))));

        door.unlock("five grey words in a row".toCharArray());
        assertArrayEquals(content(10), Files.readAllBytes(locked.at(folder.resolve("a"))));
    }

    // [utest->req~vault.files~1]
    @Test
    void aFileIsReadWhileItGrowsAndIsNotWholeWhereItsWriterWasKilled() throws IOException {
        Path file = sealed.resolve("a");
        byte[] content = content(CHUNK + 1000);
        Files.createFile(file);
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.WRITE);
        stream.write(content, 0, CHUNK + 500);

        assertEquals(CHUNK + 500, Files.size(file));
        assertArrayEquals(Arrays.copyOf(content, CHUNK + 500), Files.readAllBytes(file));
        Files.copy(folder.resolve("a"), folder.resolve("killed"));
        stream.write(content, CHUNK + 500, 500);
        stream.close();

        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(SealedFileException.DAMAGED, code(() -> Files.readAllBytes(sealed.resolve("killed"))));
    }

    @Test
    void whatWasWrittenIsNotChangedAgainButForcedAndReplaced() throws IOException {
        Path file = sealed.resolve("a");
        Files.write(file, content(10));

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            assertEquals(SealedFileException.WRITTEN_ONCE, code(() -> channel.write(ByteBuffer.allocate(1))));
        }
        assertArrayEquals(content(10), Files.readAllBytes(file));
        Files.write(file, content(5));
        assertArrayEquals(content(5), Files.readAllBytes(file));
    }

    @Test
    void forcingSealsTheEndSoThatWhatIsOnTheDiskIsWhole() throws IOException {
        Path file = sealed.resolve("a");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content(10)));
            channel.force(true);

            Files.copy(folder.resolve("a"), folder.resolve("b"));
            assertArrayEquals(content(10), Files.readAllBytes(sealed.resolve("b")));
            assertEquals(SealedFileException.WRITTEN_ONCE, code(() -> channel.write(ByteBuffer.allocate(1))));
        }
        assertArrayEquals(content(10), Files.readAllBytes(file));
    }

    @Test
    void foldersNamesAndMovesAreThoseOfTheDisk() throws IOException {
        Path made = Files.createTempDirectory(sealed, "admit-");
        Path part = Files.createTempFile(made, "web-", ".part");
        Files.write(part, content(100));
        Path target = Files.createDirectories(sealed.resolve("x/y")).resolve("z");
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);

        List<Path> listed = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(sealed.resolve("x/y"), "z*")) {
            entries.forEach(listed::add);
        }
        assertEquals(List.of(target), listed);
        assertEquals(
                Path.of("x", "y", "z").toString(), sealed.relativize(target).toString());
        assertTrue(Files.exists(target) && Files.notExists(part));
        assertThrows(UnsupportedOperationException.class, target::toFile);
        assertThrows(NoSuchFileException.class, () -> Files.readAllBytes(part));

        Files.copy(target, folder.resolve("plain copy"));
        assertArrayEquals(content(100), Files.readAllBytes(folder.resolve("plain copy")));
        Files.copy(folder.resolve("plain copy"), sealed.resolve("sealed copy"));
        assertArrayEquals(content(100), Files.readAllBytes(sealed.resolve("sealed copy")));
        assertEquals(SealedHead.sealedSize(100), Files.size(folder.resolve("sealed copy")));
    }

    // [utest->req~vault.files~1]
    @Test
    void aFileThatWasMovedIsFoundWhereItIsNow() throws Exception {
        SealingKey key = Sealed.key(Files.createDirectory(folder.resolve("k")));
        SealedFileSystem following = new SealedFileSystem(
                folder.toAbsolutePath(),
                () -> key,
                path -> path.endsWith("before") ? path.resolveSibling("after") : path);
        Files.write(following.at(folder.resolve("after")), content(100));

        assertArrayEquals(content(100), Files.readAllBytes(following.at(folder.resolve("before"))));
        assertEquals(100, Files.size(following.at(folder.resolve("before"))));
        assertTrue(Files.exists(following.at(folder.resolve("before"))));
        assertThrows(NoSuchFileException.class, () -> Files.readAllBytes(following.at(folder.resolve("elsewhere"))));
    }
}
