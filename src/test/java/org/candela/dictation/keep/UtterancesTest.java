package org.candela.dictation.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.candela.audit.AuditVerifier;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.keep.KeptUtterance.State;
import org.candela.vault.FastVault;
import org.candela.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.kept~1]
// [utest->req~dictation.spool-repair~1]
class UtterancesTest {
    private static final Transcript NO_EFFUSION = new Transcript(List.of(
            new SpokenWord("no", 0.9, Duration.ZERO, Duration.ofMillis(200)),
            new SpokenWord("effusion", 0.5, Duration.ofMillis(250), Duration.ofMillis(900))));

    @TempDir
    private Path home;

    @Test
    void anUtteranceIsWaitingThenHeardThenTaken() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            UUID id = desk.spoken(20_000);
            assertEquals(
                    List.of(id),
                    desk.utterances.waiting().stream().map(KeptUtterance::id).toList());

            desk.utterances.heard(id, NO_EFFUSION, "test-1");
            assertEquals(State.HEARD, desk.utterances.find(id).orElseThrow().state());
            desk.utterances.taken(id);

            assertEquals(State.TAKEN, desk.utterances.find(id).orElseThrow().state());
            assertEquals(NO_EFFUSION.words(), desk.utterances.whole(id).words());
            assertEquals(KeptDesk.rampOf(20_000), desk.utterances.whole(id).sound());
            assertEquals("test-1", desk.utterances.whole(id).engine());
            assertEquals(List.of(), desk.utterances.waiting());
        }
    }

    @Test
    void underAKeyNeitherSoundNorWordsLieOpenOnTheDisk() throws Exception {
        VaultKey key = FastVault.at(home.resolve("vault.key")).create("twelve letters".toCharArray());
        try (KeptDesk desk = new KeptDesk(home, Sealing.by(key))) {
            UUID id = desk.spoken(8_000);
            desk.utterances.heard(id, NO_EFFUSION, "test-1");

            assertEquals(NO_EFFUSION.words(), desk.utterances.words(id));
            assertEquals(KeptDesk.rampOf(8_000), desk.utterances.sound(id));
        }
        for (Path file : List.of(home.resolve("candela.db"), home.resolve("candela.db-wal"))) {
            assertFalse(Files.exists(file) && text(file).contains("effusion"), file + " holds what was said");
        }
    }

    @Test
    void whatWasSpokenWhenTheProcessEndedIsMendedOnceAndWaits() throws Exception {
        UUID id = new UUID(5, 5);
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            SpokenFile file = desk.utterances.begin(id, KeptDesk.DRAFT, desk.clock.instant());
            file.append(KeptDesk.ramp(9_000), 0, 9_000); // two pieces; a thousand samples are lost with the process
            file.close();

            List<KeptUtterance> mended = new Recovery(desk.utterances).run().mended();

            assertEquals(List.of(id), mended.stream().map(KeptUtterance::id).toList());
            assertTrue(mended.get(0).isMended());
            assertEquals(KeptDesk.rampOf(8_000), desk.utterances.sound(id));
            assertEquals(mended, desk.utterances.waiting());
            assertEquals(List.of(), new Recovery(desk.utterances).run().mended(), "once");
            assertTrue(AuditVerifier.verify(desk.database).isIntact());
        }
    }

    /** The rows come after the file: between them a kill may fall. */
    @Test
    void aWholeUtteranceWithoutARowIsFoundAndNothingOfItIsMissing() throws Exception {
        UUID id = new UUID(5, 6);
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            try (SpokenFile file = desk.utterances.begin(id, KeptDesk.DRAFT, desk.clock.instant())) {
                file.append(KeptDesk.ramp(9_000), 0, 9_000);
                file.end();
            }

            assertEquals(List.of(), new Recovery(desk.utterances).run().mended());

            assertEquals(
                    List.of(id),
                    desk.utterances.waiting().stream().map(KeptUtterance::id).toList());
            assertEquals(KeptDesk.rampOf(9_000), desk.utterances.sound(id));
        }
    }

    /** The disk refused it while it was spoken; the process ended between the second writing and the move. */
    @Test
    void whatWasWrittenASecondTimeTakesThePlaceOfItsPart() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            UUID whole = desk.spoken(9_000);
            UUID part = desk.spoken(500);
            byte[] all = Files.readAllBytes(desk.utterances.file(whole));
            UUID id = new UUID(5, 9);
            try (SpokenFile file = desk.utterances.begin(id, KeptDesk.DRAFT, desk.clock.instant())) {
                file.append(KeptDesk.ramp(5_000), 0, 5_000);
            }
            Path beside = desk.folder.resolve(id + ".again");
            try (SpokenFile again = SpokenFile.create(
                    beside,
                    new SpoolHead(id, KeptDesk.DRAFT, desk.clock.instant(), false),
                    Sealing.NONE,
                    SpoolDisk.REAL)) {
                again.append(KeptDesk.ramp(5_000), 0, 5_000);
                again.end();
            }
            Files.write(desk.folder.resolve(part + ".again"), Arrays.copyOf(all, 300));

            new Recovery(desk.utterances).run();

            assertEquals(KeptDesk.rampOf(5_000), desk.utterances.sound(id));
            assertEquals(KeptDesk.rampOf(500), desk.utterances.sound(part), "half a second writing takes no place");
            assertFalse(Files.exists(beside));
        }
    }

    @Test
    void aFileWithoutSoundGoesAndAForeignOneStays() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            Files.createDirectories(desk.folder);
            Path cut = Files.write(desk.folder.resolve(new UUID(5, 7) + ".utterance"), new byte[] {'C', 'N'});
            Path foreign = Files.write(desk.folder.resolve(new UUID(5, 8) + ".utterance"), new byte[5_000]);
            Path named = Files.write(desk.folder.resolve("notes.utterance"), new byte[5_000]);
            UUID id = desk.spoken(500);

            Recovery.Found found = new Recovery(desk.utterances).run();

            assertFalse(Files.exists(cut));
            assertEquals(List.of(foreign, named), found.unreadable());
            assertEquals(1, desk.utterances.waiting().size(), id + " is not hindered");
        }
    }

    @Test
    void whatTheReaderThrowsAwayIsGoneFromDiskAndStore() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            UUID id = desk.spoken(500);
            desk.utterances.heard(id, NO_EFFUSION, "test-1");

            desk.utterances.discard(id);

            assertFalse(Files.exists(desk.utterances.file(id)));
            assertEquals(List.of(), desk.utterances.words(id));
            assertEquals(List.of(), desk.utterances.of(KeptDesk.DRAFT));
            assertThrows(SpoolException.class, () -> desk.utterances.sound(id));
            assertEquals(1, audited(desk, "DICTATION_DELETED"));
        }
    }

    /** SIGKILL, at another moment each time: what was given away more than two seconds before is there. */
    @Test
    void aProcessThatIsKilledLosesLessThanTwoSeconds() throws Exception {
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            Files.createDirectories(desk.folder);
            for (int lines : new int[] {1, 12, 57}) {
                UUID id = new UUID(9, lines);
                int said = speakAndKill(desk.folder, id, lines);

                assertTrue(new Recovery(desk.utterances)
                        .run().mended().stream().anyMatch(kept -> kept.id().equals(id)));

                Pcm found = desk.utterances.sound(id);
                assertTrue(found.length() > said - 2 * Pcm.SAMPLE_RATE_HZ, said + " said, kept " + found.length());
                assertTrue(found.length() > said - SpokenFile.PIECE, "only what no piece holds yet may go");
                assertEquals(KeptDesk.rampOf(found.length()), found);
            }
        }
    }

    /** The number of samples the child was sure of when it was killed. */
    private static int speakAndKill(Path folder, UUID id, int lines) throws Exception {
        String classes =
                List.of(SpokenFile.class, SpeakingChild.class, org.jspecify.annotations.NullMarked.class).stream()
                        .map(UtterancesTest::placeOf)
                        .distinct()
                        .reduce((one, other) -> one + java.io.File.pathSeparator + other)
                        .orElseThrow();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classes,
                        SpeakingChild.class.getName(),
                        folder.toString(),
                        id.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            int said = 0;
            for (int i = 0; i < 5 * lines; i++) {
                String line = out.readLine();
                said = Integer.parseInt(String.valueOf(line));
            }
            child.destroyForcibly();
            assertTrue(child.waitFor(10, TimeUnit.SECONDS));
            return said;
        } finally {
            child.destroyForcibly();
        }
    }

    private static String placeOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static long audited(KeptDesk desk, String action) throws Exception {
        return desk.database
                .read(tx -> tx.query(
                        "SELECT action FROM audit_event WHERE action = ?", row -> row.string("action"), action))
                .size();
    }

    private static String text(Path file) throws Exception {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
