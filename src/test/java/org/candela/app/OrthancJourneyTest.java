package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.OrthancServer;
import org.candela.VirtualDesk;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameReader;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.image.DisplayLut;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.practice.KeptDecision;
import org.candela.practice.Practice;
import org.candela.practice.PracticeRecord;
import org.candela.shell.CaseDesk;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.shell.ScreenShots;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.FacilityFreshness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a PACS that many home readers have to the pixels of the left screen, and what becomes of the desk when it dies. */
class OrthancJourneyTest {
    private static final Logger LOG = LoggerFactory.getLogger(OrthancJourneyTest.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SLICES = 60;
    private static final int KILLED_AT = 12;

    @TempDir
    static Path folder;

    private static OrthancServer orthanc;
    private static DemoFacility south;
    private static Executors served;
    private static List<Path> sent;
    private static Uid study;
    private static SyntheticStudy southStudy;

    @BeforeAll
    static void facilitiesAndDesk() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        Fx.start();
        served = new Executors();
        Path files = folder.resolve("files");
        SyntheticStudies studies = new SyntheticStudies(5, CLOCK.instant());
        SyntheticStudy made = studies.writeModality("CT", files).get(0);
        study = made.uid();
        sent = made.files().subList(0, SLICES);
        assertTrue(new DicomWebClient(WebEndpoint.of(orthanc.dicomWeb()), HttpClient.newHttpClient())
                .store(sent, new Cancellation())
                .isComplete());
        List<SyntheticStudy> southern = studies.writeModality("MR", files);
        southStudy = southern.get(0);
        south = DemoFacility.start(
                DemoFacility.Settings.of(southStudy.facility(), "South", files, southern), served.io(), CLOCK);
    }

    @AfterAll
    static void stop() throws Exception {
        if (south != null) {
            south.close();
        }
        if (served != null) {
            served.close();
        }
        if (orthanc != null) {
            orthanc.close();
        }
    }

    // [utest->req~app.journey~1]
    @Test
    void aStudyOfOrthancIsListedOpensForReviewAndIsDrawnPixelForPixel(@TempDir Path home) throws Exception {
        try (TestRoom room = open(home)) {
            room.open(study, Purpose.REVIEW);
            room.awaitImages(study);

            assertEquals(
                    SLICES, room.room().reading().session().viewport(Place.LEFT).frameCount());
            assertEquals(ReadingState.READY, room.stateOf(study));
            assertLeftScreenShows(room, DisplayLut.IDENTITY);
            assertEquals(List.of(), room.problems());
        }
    }

    // [utest->req~app.journey~1]
    @Test
    void onCalibratedDisplaysItOpensForDiagnosisThroughTheTablesOfTheDisplays(@TempDir Path home) throws Exception {
        try (TestRoom room = open(home)) {
            room.calibrate();

            room.open(study, Purpose.DIAGNOSIS);
            room.awaitImages(study);

            DisplayLut lut = room.room()
                    .house()
                    .displays()
                    .ledger()
                    .activeLut(room.screen(ScreenRole.DIAGNOSTIC_LEFT))
                    .map(ActiveLut::lut)
                    .orElseThrow();
            assertNotEquals(DisplayLut.IDENTITY, lut);
            assertEquals(ReadingState.OPEN, room.stateOf(study));
            assertLeftScreenShows(room, lut);
        }
    }

    // [utest->req~app.gate~1]
    @Test
    void withoutALicenceOfItsStateAStudyOpensForReviewAlone(@TempDir Path home) throws Exception {
        try (TestRoom room = open(home)) {
            room.calibrate();
            House.Base base = room.room().house().base();
            Practice practice = new Practice(base.database(), base.audit(), CLOCK);
            practice.withdraw(PracticeRecord.Kind.LICENCE, "TX K1", "reader");

            room.open(study, Purpose.DIAGNOSIS);

            Fx.until(
                    "blocked",
                    () -> room.room().reading().cases().blockedProperty().get().isPresent());
            CaseDesk.Blocked blocked = Fx.call(
                    () -> room.room().reading().cases().blockedProperty().get().orElseThrow());
            room.shoot("no-licence");
            assertEquals(
                    List.of(
                            "No licence of Texas allows reading today. (the facility serves TX; no licence of TX on file)"),
                    blocked.reasons());
            assertEquals(ReadingState.READY, room.stateOf(study));
            assertEquals(
                    KeptDecision.Outcome.BLOCKED,
                    practice.decisions(Instant.EPOCH).get(0).outcome());
        }
    }

    // [utest->req~app.gate~1]
    // [utest->req~shell.gate~1]
    @Test
    void withoutAContractAStudyIsReadForAReasonThatIsTypedAndKept(@TempDir Path home) throws Exception {
        try (TestRoom room = open(home)) {
            room.calibrate();
            House.Base base = room.room().house().base();
            Practice practice = new Practice(base.database(), base.audit(), CLOCK);
            practice.withdraw(PracticeRecord.Kind.ENGAGEMENT, "orthanc", "reader");
            room.open(study, Purpose.DIAGNOSIS);
            Fx.until("the question", () -> question().isPresent());
            Parent dialog = Fx.call(() -> question().orElseThrow());
            room.shoot("no-contract");
            Button read = Fx.call(() -> button(dialog, "Read for this reason"));
            assertTrue(Fx.call(read::isDisabled), "without a reason");

            Fx.run(() -> ((TextArea) dialog.lookup("#dialog-words")).setText("Contract signed on paper"));
            Fx.run(read::fire);

            room.awaitImages(study);
            assertEquals(ReadingState.OPEN, room.stateOf(study));
            assertEquals(
                    List.of("", "Contract signed on paper", "Contract signed on paper"),
                    practice.decisions(Instant.EPOCH).stream()
                            .map(KeptDecision::reason)
                            .toList());
        }
    }

    /** The dialog that asks for words. */
    private static Optional<Parent> question() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.lookup("#dialog-words") != null)
                .findFirst();
    }

    private static Button button(Parent dialog, String text) {
        return dialog.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    // [utest->req~app.journey~1]
    @Test
    void killedInTheMiddleOfLoadingOrthancTakesNothingWithItAndComesBack(@TempDir Path home) throws Exception {
        try (TestRoom room = open(home)) {
            Uid other = southStudy.uid();
            room.row(other);
            room.calibrate();
            killWhileLoading(room);

            room.open(study, Purpose.DIAGNOSIS);
            String problem = room.awaitProblem("web.broken-response");
            long told = System.nanoTime();
            LOG.info("told: {}", problem);
            room.shoot("orthanc-killed");

            assertTrue(problem.contains("/dicom-web/studies/"), problem);
            room.requireAlive();
            assertEquals("", line(room));
            assertEquals(ReadingState.READY, room.stateOf(study), "a claim was left behind");
            room.press(ScreenRole.WORK, KeyCode.F5);
            Fx.until("marked stale", () -> !freshness(room).isUpToDate());
            LOG.info("stale: {}", Fx.call(() -> freshness(room)));
            assertTrue(Fx.call(() -> freshness(room).age()).matches("just now|.* ago"));
            room.row(study);
            room.open(other, Purpose.DIAGNOSIS);
            room.awaitImages(other);
            room.shoot("orthanc-stale");

            orthanc.startAgain();
            room.press(ScreenRole.WORK, KeyCode.F5);
            Fx.until("fresh again", () -> freshness(room).isUpToDate());
            room.open(study, Purpose.DIAGNOSIS);
            room.awaitImages(study);
            assertEquals(
                    SLICES, room.room().reading().session().viewport(Place.LEFT).frameCount());
            assertEquals(ReadingState.PUT_ASIDE, room.stateOf(other));
            LOG.info("from the problem to the whole study: {} ms", (System.nanoTime() - told) / 1_000_000);
        }
    }

    private static TestRoom open(Path home) throws Exception {
        return new TestRoom(
                home,
                PATIENCE,
                Facility.of(new FacilityId("orthanc"), "Orthanc", orthanc.dicomWeb()),
                south.facility());
    }

    private static FacilityFreshness freshness(TestRoom room) {
        return room.room().models().worklist().freshness().stream()
                .filter(each -> each.facility().equals("orthanc"))
                .findFirst()
                .orElseThrow();
    }

    private static String line(TestRoom room) {
        return Fx.call(() -> room.room().reading().cases().lineProperty().get());
    }

    /** On the FX thread, as the twelfth image is told. */
    private static void killWhileLoading(TestRoom room) {
        AtomicBoolean isKilled = new AtomicBoolean();
        String moment = "Loading " + KILLED_AT + " of " + SLICES;
        Fx.run(() -> room.room().reading().cases().lineProperty().addListener((value, before, now) -> {
            if (now.equals(moment) && isKilled.compareAndSet(false, true)) {
                try {
                    orthanc.kill();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
    }

    /** What the toolkit was given, and what stands on the monitor, against the renderer's work on the file that was sent. */
    private static void assertLeftScreenShows(TestRoom room, DisplayLut lut) throws Exception {
        ImageView shown =
                Fx.call(() -> (ImageView) room.view(ScreenRole.DIAGNOSTIC_LEFT).lookup(".image-view"));
        Image image = Fx.call(shown::getImage);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        Uid instance = Fx.call(() -> room.room()
                .reading()
                .session()
                .viewport(Place.LEFT)
                .shown()
                .orElseThrow()
                .key()
                .sopInstance());
        int[] expected = render(fileOf(instance), lut, new CanvasSize(width, height));

        int[] given = new int[width * height];
        Fx.run(() -> image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), given, 0, width));

        assertTrue(width > 1000 && height > 1000, width + " × " + height);
        assertArrayEquals(expected, given);
        assertMonitorShows(room, shown, expected);
    }

    private static Path fileOf(Uid instance) {
        return sent.stream()
                .filter(file -> file.getFileName().toString().equals(instance + ".dcm"))
                .findFirst()
                .orElseThrow();
    }

    private static int[] render(Path file, DisplayLut lut, CanvasSize canvas) throws Exception {
        FrameReader reader = FrameReader.open(file);
        DescribedFrame described = reader.load(0);
        LoadedFrame loaded = new LoadedFrame(described.frame(), described.description());
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        DataPresentation asTheFileAsks =
                new DataPresentation(loaded.description().windows().get(0), Polarity.NORMAL);
        Renderer.ON_CALLER.render(
                new Picture(loaded, asTheFileAsks, ResolvedView.of(loaded, ViewState.FIT, canvas)), lut, raster);
        return raster.pixels();
    }

    /** Letters and lines lie over the edges; the middle of the picture is the picture alone. */
    private static void assertMonitorShows(TestRoom room, ImageView shown, int[] expected) {
        Fx.settle();
        int width = (int) shown.getImage().getWidth();
        var place = Fx.call(() -> shown.localToScene(shown.getBoundsInLocal()));
        var monitor = Fx.call(
                () -> ScreenShots.take(room.room().room().desk().planProperty().get()).stream()
                        .filter(shot -> shot.role() == ScreenRole.DIAGNOSTIC_LEFT)
                        .findFirst()
                        .orElseThrow()
                        .picture());
        int side = width / 2;
        int left = width / 4;
        int top = (int) shown.getImage().getHeight() / 2 - side / 2;
        int different = 0;
        var pixels = Fx.call(monitor::getPixelReader);
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int seen = pixels.getArgb((int) place.getMinX() + x, (int) place.getMinY() + y);
                different += seen == expected[y * width + x] ? 0 : 1;
            }
        }
        assertEquals(0, different, "pixels that differ of " + side * side);
        assertFalse(side < 500);
    }
}
