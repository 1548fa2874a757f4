package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.study.Admission.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedLibraryTest {
    private static final Uid STUDY = SmallStudies.studyUid(7);
    private static final Uid OBJECT = SmallStudies.instanceUid(7, 3);
    private static final FacilityId CLINIC = new FacilityId("clinic");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.sealed(folder.resolve("home"));
    }

    @AfterEach
    void close() throws StoreException {
        desk.close();
    }

    private Path offered(int slice) throws IOException {
        return SmallStudies.write(large(slice), folder);
    }

    /** Three chunks of pixels. */
    private static Attributes large(int slice) {
        byte[] pixels = new byte[2 * 300 * 250];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) (slice + i / 600);
        }
        return SmallStudies.slice(7, slice)
                .setNumbers(Tag.Rows, VR.US, 250)
                .setNumbers(Tag.Columns, VR.US, 300)
                .setBytes(Tag.PixelData, VR.OW, pixels);
    }

    private List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(desk.paths.home())) {
            return all.filter(file -> file.startsWith(desk.paths.studies()) || file.startsWith(desk.paths.incoming()))
                    .toList();
        }
    }

    /** What names a patient, a study or an object, in names of files or in their bytes. */
    private void requireNothingTold() throws IOException {
        for (Path file : onDisk()) {
            String told = desk.paths.home().relativize(file).toString();
            if (Files.isRegularFile(file)) {
                told += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
            for (String secret :
                    List.of("SECRET", "DICM", "1.2.7", STUDY.value() + ".", UidHash.of(STUDY), "19610203")) {
                assertFalse(told.contains(secret), file + " tells " + secret);
            }
        }
    }

    // [utest->req~study.sealed~1]
    @Test
    void whatIsAdmittedIsSealedNamedByNothingAndReadAsItWas() throws Exception {
        Path offered = Files.move(offered(3), folder.resolve("SECRETNAME 1.2.7.dcm"));

        desk.library.admit(offered, CLINIC);

        requireNothingTold();
        assertEquals(List.of(), desk.leftovers());
        Path file = desk.library.fileOf(OBJECT).orElseThrow();
        assertArrayEquals(Files.readAllBytes(offered), Files.readAllBytes(file));
        assertEquals(Files.size(offered), Files.size(file));
        assertEquals(
                large(3).string(Tag.PatientName),
                DicomReader.read(file).dataSet().string(Tag.PatientName));
        LibraryFrames frames = new LibraryFrames(desk.library, FrameReader::open);
        assertEquals(3 + 249, frames.load(new FrameKey(OBJECT, 0)).frame().value(249, 10));
        assertEquals(Outcome.ALREADY_HERE, desk.library.admit(offered, CLINIC).outcome());
        assertEquals(
                Outcome.DIFFERENT_BYTES,
                desk.library.admit(changed(offered), CLINIC).outcome());
        assertEquals(List.of(), desk.leftovers());
    }

    private Path changed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        return Files.write(folder.resolve("other.dcm"), bytes);
    }

    // [utest->req~study.sealed~1]
    @Test
    void aRefusalNamesTheFileThatWasOfferedAndLeavesNothing() throws Exception {
        Path offered = Files.write(folder.resolve("letter.txt"), new byte[200]);

        CandelaException refused = assertThrows(CandelaException.class, () -> desk.library.admit(offered, CLINIC));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("letter.txt"), refused.getMessage());
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.sealed~1]
    @Test
    void aChangedFileIsRefusedInTheViewerNamingFileAndOffset() throws Exception {
        desk.library.admit(offered(3), CLINIC);
        Path sealed = onDisk().stream().filter(Files::isRegularFile).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length - 5000] ^= 1;
        Files.write(sealed, bytes);
        LibraryFrames frames = new LibraryFrames(desk.library, FrameReader::open);

        StudyException refused = assertThrows(StudyException.class, () -> frames.load(new FrameKey(OBJECT, 0)));

        assertEquals("sealed.damaged", refused.code());
        assertTrue(
                String.valueOf(refused.getMessage()).contains(sealed.getFileName() + ": at offset "),
                refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains(OBJECT.value()), refused.getMessage());
    }

    // [utest->req~study.sealed~1]
    @Test
    void aFileThatVanishedComesBackWhenItIsOfferedAgain() throws Exception {
        desk.library.admit(offered(3), CLINIC);
        Files.delete(desk.library.fileOf(OBJECT).orElseThrow());

        assertEquals(Outcome.ADMITTED, desk.library.admit(offered(3), CLINIC).outcome());

        assertArrayEquals(
                Files.readAllBytes(offered(3)),
                Files.readAllBytes(desk.library.fileOf(OBJECT).orElseThrow()));
    }

    // [utest->req~study.damaged-comes-back~1]
    @Test
    void aFileThatWasDamagedComesBackWhenItIsOfferedAgainAndTheDamagedOneGoes() throws Exception {
        desk.library.admit(offered(3), CLINIC);
        Path sealed = onDisk().stream().filter(Files::isRegularFile).findFirst().orElseThrow();
        Files.write(sealed, java.util.Arrays.copyOf(Files.readAllBytes(sealed), 70_000));

        assertEquals(Outcome.ADMITTED, desk.library.admit(offered(3), CLINIC).outcome());

        assertArrayEquals(
                Files.readAllBytes(offered(3)),
                Files.readAllBytes(desk.library.fileOf(OBJECT).orElseThrow()));
        assertFalse(Files.exists(sealed));
        assertEquals(
                Outcome.ALREADY_HERE, desk.library.admit(offered(3), CLINIC).outcome());
    }

    // [utest->req~vault.files-locked~1]
    @Test
    void aLockedKeyStoreTakesNothingInAndShowsNothingAndSaysWhatToDo() throws Exception {
        desk.library.admit(offered(3), CLINIC);
        desk.close();
        desk = Desk.locked(folder.resolve("home"));

        CandelaException refused = assertThrows(CandelaException.class, () -> desk.library.admit(offered(4), CLINIC));
        assertEquals("vault.locked", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("CANDELA_PASSPHRASE"), refused.getMessage());
        LibraryFrames frames = new LibraryFrames(desk.library, FrameReader::open);
        StudyException unread = assertThrows(StudyException.class, () -> frames.load(new FrameKey(OBJECT, 0)));
        assertEquals("vault.locked", unread.code());
        assertTrue(String.valueOf(unread.getMessage()).contains("CANDELA_PASSPHRASE"), unread.getMessage());
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.purge-sealed~1]
    @Test
    void whatIsPurgedLosesItsKeyAndLeavesTheDiskWhetherItLayPlainOrSealed() throws Exception {
        desk.close();
        desk = new Desk(folder.resolve("home"));
        desk.library.admit(offered(1), CLINIC);
        desk.close();
        desk = Desk.sealed(folder.resolve("home"));
        desk.library.admit(offered(2), CLINIC);
        Path sealed = onDisk().stream()
                .filter(file -> file.toString().endsWith(".sealed"))
                .findFirst()
                .orElseThrow();
        Path held = folder.resolve("another name of the same bytes");
        Files.createLink(held, sealed);
        ImagePurge purge = new ImagePurge(
                desk.database, new AuditLog(), desk.library.files(), Clock.offset(Desk.CLOCK, Duration.ofDays(40)));
        new org.candela.facility.Facilities(desk.database, new AuditLog(), Desk.CLOCK)
                .add(org.candela.facility.Facility.of(CLINIC, "Clinic", java.net.URI.create("http://localhost:1")));
        purge.keepFor(CLINIC, 30);
        assertEquals(1, purge.due(Set.of()).size());
        long bytes = Files.size(sealed) + Files.size(offered(1));
        assertEquals(bytes, purge.due(Set.of()).get(0).bytes());

        purge.run(purge.due(Set.of()), new Cancellation(), gone -> {});

        assertEquals(2, onDisk().size(), "studies and incoming, both empty: " + onDisk());
        assertArrayEquals(new byte[64], java.util.Arrays.copyOf(Files.readAllBytes(held), 64));
    }

    // [utest->req~study.sealing~1]
    @Test
    void whatLayPlainIsSealedAndWhoLearnedOfItBeforeReadsOn() throws Exception {
        desk.close();
        desk = new Desk(folder.resolve("home"));
        for (int slice = 0; slice < 5; slice++) {
            desk.library.admit(offered(slice), CLINIC);
        }
        desk.close();
        desk = Desk.sealed(folder.resolve("home"));
        desk.library.admit(offered(5), CLINIC);
        Study before = desk.library.study(STUDY).orElseThrow();
        LibraryFrames frames = new LibraryFrames(desk.library, FrameReader::open);
        LoadedFrame shown = frames.load(new FrameKey(OBJECT, 0));
        FrameReader opened =
                FrameReader.open(before.series().get(0).instances().get(0).file());
        assertEquals(5, LibrarySealing.progress(desk.database).plain());
        LibrarySealing sealing = new LibrarySealing(desk.database, desk.library.files());

        assertTrue(sealing.seal(() -> true), "there is more");
        assertFalse(sealing.seal(() -> false), "there is no more");

        assertEquals(new LibrarySealing.Progress(0, 6, 0), sealing.progress());
        requireNothingTold();
        for (Series series : before.series()) {
            for (Instance instance : series.instances()) {
                assertTrue(Files.exists(instance.file()), "what was learned before still leads there");
                assertTrue(DicomReader.read(instance.file()).dataSet().contains(Tag.PixelData));
            }
        }
        assertEquals(250, opened.load(0).frame().layout().rows());
        assertEquals(
                shown.frame().value(5, 5),
                frames.load(new FrameKey(OBJECT, 0)).frame().value(5, 5));
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.sealing~1]
    @Test
    void whatIsNotAsItWasAdmittedIsLeftAsItIsAndCounted() throws Exception {
        desk.close();
        desk = new Desk(folder.resolve("home"));
        desk.library.admit(offered(3), CLINIC);
        desk.library.admit(offered(4), CLINIC);
        Path plain = desk.library.fileOf(OBJECT).orElseThrow();
        Files.copy(changed(plain), plain, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(plain);
        desk.close();
        desk = Desk.sealed(folder.resolve("home"));
        LibrarySealing sealing = new LibrarySealing(desk.database, desk.library.files());

        assertFalse(sealing.seal(() -> false));

        assertEquals(new LibrarySealing.Progress(1, 2, 1), sealing.progress());
        assertArrayEquals(bytes, Files.readAllBytes(plain));
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.sealing~1]
    @Test
    void aFaultAtAnyStepLeavesAWholeFileThatTheRowNames() throws Exception {
        desk.close();
        desk = new Desk(folder.resolve("home"));
        desk.library.admit(offered(3), CLINIC);
        String sha256 = Sha256.hex(Files.readAllBytes(offered(3)));
        desk.close();
        desk = Desk.sealed(folder.resolve("home"));
        for (String fault : List.of("written", "compared", "moved", "recorded")) {
            LibrarySealing failing = new LibrarySealing(desk.database, desk.library.files(), step -> {
                if (step.equals(fault)) {
                    throw new IOException("the disk ends here");
                }
            });

            assertFalse(failing.seal(() -> false));

            assertEquals(1, failing.progress().failed(), fault);
            assertEquals(
                    sha256,
                    Sha256.hex(Files.readAllBytes(desk.library.fileOf(OBJECT).orElseThrow())),
                    fault);
        }
        assertEquals(0, LibrarySealing.progress(desk.database).plain());

        Clock soon = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        assertEquals(1, new LibrarySweep(desk.database, desk.library.files(), soon).run(), "the plain one");
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        assertEquals(1, new LibrarySweep(desk.database, desk.library.files(), later).run(), "that no row names");
        requireNothingTold();
        assertEquals(1, onDisk().stream().filter(Files::isRegularFile).count());
        assertEquals(0, new LibrarySweep(desk.database, desk.library.files(), later).run());
    }

    // [utest->req~study.sealing~1]
    @Test
    void whatCameInHalfIsClearedAwayAfterADay() throws Exception {
        Path incoming = Files.createDirectories(desk.paths.incoming());
        Files.write(incoming.resolve("web-1.part"), new byte[10]);
        Files.write(Files.createDirectory(incoming.resolve("admit-1")).resolve("x.dcm"), new byte[10]);
        Files.write(incoming.resolve("1.2.3.dcm"), new byte[10]);
        Files.write(incoming.resolve("of somebody else"), new byte[10]);

        assertEquals(0, sweepAfter(Duration.ofHours(1)));
        assertEquals(3, sweepAfter(Duration.ofDays(2)));

        assertEquals(List.of(incoming.resolve("of somebody else")), desk.leftovers());
    }

    // [utest->req~study.sealing~1]
    @Test
    void theFilesOfAnotherStoreAreLeftAlone() throws Exception {
        Path study = Files.createDirectories(desk.paths.studies().resolve("1.2.99"));
        for (int i = 0; i < 120; i++) {
            Files.write(study.resolve("1.2.99." + i + ".dcm"), new byte[10]);
        }

        assertEquals(0, sweepAfter(Duration.ofDays(2)));
    }

    private int sweepAfter(Duration time) throws CandelaException {
        return new LibrarySweep(desk.database, desk.library.files(), Clock.offset(Clock.systemUTC(), time)).run();
    }
}
