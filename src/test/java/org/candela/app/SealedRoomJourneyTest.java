package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Uid;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room whose home has a key store: what is brought and read, and what lies on the disk meanwhile. */
// [utest->req~app.images-sealed~1]
class SealedRoomJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String WORDS = "five grey words in a row";

    @TempDir
    private Path folder;

    private final Executors served = new Executors();
    private List<SyntheticStudy> studies = List.of();
    private List<String> secrets = List.of();

    @SuppressWarnings("NullAway.Init") // set before each test, and not where there is no desk
    private DemoFacility facility;

    @BeforeEach
    void aFacility() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Path files = folder.resolve("files");
        studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("MR", files);
        Attributes of = DicomReader.readHeader(studies.get(0).files().get(0)).dataSet();
        secrets = List.of(
                of.string(Tag.PatientName).orElseThrow().split("\\^")[0],
                of.string(Tag.PatientID).orElseThrow(),
                of.string(Tag.StudyInstanceUID).orElseThrow(),
                "DICM");
        String id = studies.get(0).facility();
        facility = DemoFacility.start(DemoFacility.Settings.of(id, "South", files, studies), served.io(), CLOCK);
    }

    @AfterEach
    void closeThem() throws Exception {
        if (facility != null) {
            facility.close();
        }
        served.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Uid study() {
        return studies.get(0).uid();
    }

    /** Files of images that tell a patient or a UID, by their names or in their bytes. */
    private List<Path> telling() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String place : List.of("studies", "incoming")) {
            try (Stream<Path> all = Files.walk(home().resolve(place))) {
                for (Path file : all.toList()) {
                    String told = home().relativize(file)
                            + (Files.isRegularFile(file)
                                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                    : "");
                    if (secrets.stream().anyMatch(told::contains)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private static Viewport hung(TestRoom room) {
        return room.room().reading().session().viewport(Place.LEFT);
    }

    @Test
    void aCaseIsBroughtAndReadWhileNothingOfItLiesPlain() throws Exception {
        try (TestRoom room = TestRoom.sealed(home(), WORDS, facility.facility())) {
            room.open(study(), Purpose.REVIEW);
            room.awaitImages(study());
            room.shoot("sealed-room");

            assertEquals(List.of(), room.problems());
            assertFalse(Fx.call(() -> hung(room).problem().isPresent()));
            assertTrue(Fx.call(() -> hung(room).frameCount()) > 10);
            assertEquals(List.of(), telling());
            room.requireAlive();
        }
        try (TestRoom again = TestRoom.sealed(home(), WORDS)) {
            again.open(study(), Purpose.REVIEW);
            again.awaitImages(study());
            assertEquals(List.of(), again.problems());
        }
    }

    // [utest->req~vault.files-whole~1]
    @Test
    void anImageThatWasChangedOnTheDiskSaysSoInItsPlace() throws Exception {
        try (TestRoom room = TestRoom.sealed(home(), WORDS, facility.facility())) {
            room.open(study(), Purpose.REVIEW);
            room.awaitImages(study());
        }
        try (Stream<Path> all = Files.walk(home().resolve("studies"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 100] ^= 1;
                Files.write(file, bytes);
            }
        }

        try (TestRoom room = TestRoom.sealed(home(), WORDS)) {
            room.open(study(), Purpose.REVIEW);
            Fx.until("the words in its place", () -> hung(room).problem().isPresent());
            Fx.settle();
            room.shoot("sealed-changed");

            String words =
                    Fx.call(() -> ((Label) room.view(ScreenRole.DIAGNOSTIC_LEFT).lookup("#problem")).getText());
            assertTrue(words.contains(".sealed: at offset "), words);
            assertTrue(words.contains("open its study again"), words);
            room.requireAlive();
        }
    }
}
