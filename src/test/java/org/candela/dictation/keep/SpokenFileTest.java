package org.candela.dictation.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.candela.dictation.Pcm;
import org.candela.vault.FastVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.spool~1]
// [utest->req~dictation.spool-repair~1]
class SpokenFileTest {
    private static final Path FILE = Path.of("dictation/1.utterance");
    private static final int THREE_SECONDS = 3 * Pcm.SAMPLE_RATE_HZ;

    @TempDir
    private Path folder;

    /** Remembers each write and each wait for the disk; full after so many bytes. */
    private static final class Traced implements SpoolDisk, SpoolDisk.Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> boundaries = new ArrayList<>();
        private int forced;
        private int room = Integer.MAX_VALUE;
        private int longestUnforced;

        @Override
        public Sink create(Path file) {
            return this;
        }

        @Override
        public void write(byte[] more) throws IOException {
            if (bytes.size() + more.length > room) {
                bytes.write(more, 0, room - bytes.size());
                throw new IOException("No space left on device");
            }
            bytes.writeBytes(more);
            boundaries.add(bytes.size());
        }

        @Override
        public void force() {
            longestUnforced = Math.max(longestUnforced, bytes.size() - forced);
            forced = bytes.size();
        }

        @Override
        public void close() {}
    }

    private static SpoolHead head(boolean isSealed) {
        return new SpoolHead(new UUID(0, 7), "draft-1", Instant.parse("2026-11-24T01:30:00Z"), isSealed);
    }

    private static Traced spoken(Sealing sealing) throws SpoolException {
        Traced disk = new Traced();
        short[] sound = KeptDesk.ramp(THREE_SECONDS + 100);
        try (SpokenFile file = SpokenFile.create(FILE, head(sealing.isSealing()), sealing, disk)) {
            for (int at = 0; at < sound.length; at += 320) {
                file.append(sound, at, Math.min(sound.length, at + 320));
            }
            file.end();
        }
        return disk;
    }

    @Test
    void whatIsSpokenIsWrittenWithinAQuarterOfASecondAndForcedWithinASecond() throws Exception {
        Traced disk = spoken(Sealing.NONE);

        int second = Pcm.SAMPLE_RATE_HZ * Short.BYTES;
        assertTrue(disk.longestUnforced <= second, "unforced for " + disk.longestUnforced + " bytes of " + second);
        assertEquals(disk.bytes.size(), disk.forced, "the whole utterance is forced");
        assertEquals(KeptDesk.rampOf(THREE_SECONDS + 100), read(disk.bytes.toByteArray(), Sealing.NONE));
    }

    @Test
    void killedAtAnyWriteOrWithinItTheSoundBeforeIsThere() throws Exception {
        for (Sealing sealing : List.of(Sealing.NONE, sealing())) {
            Traced disk = spoken(sealing);
            byte[] all = disk.bytes.toByteArray();
            int pieces = 0;
            for (int i = 1; i < disk.boundaries.size(); i++) {
                int boundary = disk.boundaries.get(i);
                boolean isEnd = i == disk.boundaries.size() - 1;
                int before = pieces;
                pieces += isEnd ? 0 : 1;
                for (int cut : new int[] {boundary - 1, boundary, boundary + 1, boundary + 5}) {
                    int whole = cut < boundary ? before : pieces;
                    assertSound(sealing, Arrays.copyOf(all, Math.min(cut, all.length)), whole);
                }
            }
        }
    }

    @Test
    void tenThousandCutsAnywhereLoseNoPieceThatWasWritten() throws Exception {
        Traced disk = spoken(Sealing.NONE);
        byte[] all = disk.bytes.toByteArray();
        Random random = new Random(20_261_124);
        for (int i = 0; i < 10_000; i++) {
            int cut = disk.boundaries.get(0) + random.nextInt(all.length - disk.boundaries.get(0));
            long written =
                    disk.boundaries.stream().skip(1).filter(end -> end <= cut).count();
            SpoolReader.Content content =
                    SpoolReader.parse(Arrays.copyOf(all, cut)).orElseThrow();
            assertEquals(written, content.pieces().size(), "cut at " + cut);
            assertFalse(content.isWhole());
        }
    }

    /** Some file systems leave zeros, and any may leave what was there before. */
    @Test
    void garbageAfterTheLastWholePieceIsNoSound() throws Exception {
        Traced disk = spoken(Sealing.NONE);
        byte[] all = disk.bytes.toByteArray();
        Random random = new Random(1);
        for (int i = 1; i < disk.boundaries.size() - 1; i++) {
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(all, disk.boundaries.get(i)), disk.boundaries.get(i) + 4_096);
            byte[] noise = zeros.clone();
            for (int at = disk.boundaries.get(i); at < noise.length; at++) {
                noise[at] = (byte) random.nextInt();
            }
            assertSound(Sealing.NONE, zeros, i);
            assertSound(Sealing.NONE, noise, i);
        }
    }

    @Test
    void aPieceThatWasChangedEndsWhatIsTrusted() throws Exception {
        Traced disk = spoken(Sealing.NONE);
        byte[] all = disk.bytes.toByteArray();
        all[disk.boundaries.get(2) - 3] ^= 1;

        assertSound(Sealing.NONE, all, 1);
    }

    @Test
    void sealedSoundIsNotInTheFileAndOpensByItsKeyAlone() throws Exception {
        Traced disk = spoken(sealing());
        byte[] all = disk.bytes.toByteArray();

        byte[] sound = KeptDesk.rampOf(200).bytes();
        assertFalse(contains(all, sound), "the first samples lie open");
        SpoolReader.Content content = SpoolReader.parse(all).orElseThrow();
        assertEquals(
                "spool.locked",
                assertThrows(SpoolException.class, () -> content.sound(Sealing.NONE))
                        .code());
    }

    @Test
    void sealedPiecesCannotStandForOneAnother() throws Exception {
        Sealing sealing = sealing();
        SpoolReader.Content content =
                SpoolReader.parse(spoken(sealing).bytes.toByteArray()).orElseThrow();
        List<byte[]> swapped = new ArrayList<>(content.pieces());
        java.util.Collections.swap(swapped, 0, 1);

        SpoolReader.Content forged = new SpoolReader.Content(content.head(), swapped, content.good(), true);

        assertThrows(org.candela.vault.VaultException.class, () -> forged.sound(sealing));
    }

    @Test
    void aFullDiskIsToldWithWhatToDoAndLeavesWhatIsOnIt() throws Exception {
        Traced disk = new Traced();
        disk.room = 20_000;
        short[] sound = KeptDesk.ramp(THREE_SECONDS);
        SpokenFile file = SpokenFile.create(FILE, head(false), Sealing.NONE, disk);

        SpoolException full = assertThrows(SpoolException.class, () -> file.append(sound, 0, sound.length));

        assertEquals("spool.full", full.code());
        assertTrue(String.valueOf(full.getMessage()).contains("make room"));
        assertSound(Sealing.NONE, disk.bytes.toByteArray(), 2);
    }

    private static void assertSound(Sealing sealing, byte[] file, int pieces) throws Exception {
        int samples = Math.min(THREE_SECONDS + 100, pieces * SpokenFile.PIECE);
        assertEquals(KeptDesk.rampOf(samples), read(file, sealing), file.length + " bytes");
    }

    private static Pcm read(byte[] file, Sealing sealing) throws Exception {
        return SpoolReader.parse(file).orElseThrow().sound(sealing);
    }

    private Sealing sealing() throws Exception {
        Path file = folder.resolve("vault.key");
        char[] passphrase = "twelve letters".toCharArray();
        return Sealing.by(
                java.nio.file.Files.exists(file)
                        ? FastVault.at(file).open(passphrase)
                        : FastVault.at(file).create(passphrase));
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(all, at, at + part.length), part)) {
                return true;
            }
        }
        return false;
    }
}
