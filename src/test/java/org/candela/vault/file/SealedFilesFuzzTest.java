package org.candela.vault.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.candela.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changed files give their own content, to the byte, or nothing. */
class SealedFilesFuzzTest {
    private static final int LONG = 3 * SealedHead.CHUNK + 77;

    @TempDir
    private Path folder;

    // [utest->req~vault.files-whole~1]
    @Test
    void aChangedFileGivesItsOwnContentOrIsRefused() throws Exception {
        SealedFileSystem files = Sealed.under(folder);
        String name = SealedFileSystem.nameOf("00112233445566778899aabbccddeeff");
        Path onDisk = folder.resolve(name);
        byte[] content = new byte[LONG];
        new Random(5).nextBytes(content);
        Files.write(files.at(onDisk), content);
        byte[] seed = Files.readAllBytes(onDisk);

        Fuzz.slice("vault.file", 2000)
                .allowing(SealedFileException.class)
                .run(List.of(new Fuzz.Seed("four chunks", seed)), SealedFilesFuzzTest::damaged, (input, random) -> {
                    Files.write(onDisk, input);
                    byte[] read = Files.readAllBytes(files.at(onDisk));
                    assertArrayEquals(content, read);
                    return read;
                })
                .requireBothOutcomes();
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int other = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(40_000, bytes.length - other));
        switch (random.nextInt(7)) {
            case 0 -> bytes[other] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, 16 + random.nextInt(bytes.length - 16));
            case 2 -> System.arraycopy(seed, other, bytes, random.nextInt(bytes.length - length), length);
            case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(100_000));
            case 4 -> bytes[random.nextInt(SealedHead.BYTES)] ^= (byte) (1 + random.nextInt(255));
            case 5 -> Arrays.fill(bytes, other, other + length, (byte) 0);
            default -> {
                return bytes; // as it was
            }
        }
        return bytes;
    }
}
