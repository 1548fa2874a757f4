package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.dicom.image.BodyWeightSuv;
import org.candela.image.LookupTable;
import org.candela.image.SliceAlignment;
import org.candela.image.SliceSteps;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.BesideImages;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.identity-on-screen~1]
class ViewportCaptionTest {
    private static final DisplayStanding CALIBRATED = new DisplayStanding(DisplayStanding.Grade.CALIBRATED, "");
    private static final LoadedFrame SLICE = TestImages.slice(10, 10, new int[100]);

    private final StudyBanner current = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 1, 2));
    private final StudyBanner earlier = TestImages.banner("DOE^JANE", LocalDate.of(2024, 11, 1));
    private final ImageStack head = TestImages.stack(current, 1, "CT", 140);
    private final ImageStack prior = TestImages.stack(earlier, 2, "CT", 3);
    private final ManualScheduler scheduler = new ManualScheduler();
    private Database database;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }

    @Test
    void identityIsCompleteOnBothScreens() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));
        for (Place place : List.of(Place.LEFT, Place.RIGHT)) {
            ViewportCaption caption = new ViewportCaption(session, place);

            assertEquals("C-1042  ·  born 4 Mar 1961  ·  F", caption.identity());
            assertTrue(caption.study().endsWith("CT head  ·  Acc A-7"), caption.study());
        }
        assertEquals("SYNTHETIC, Anna", new ViewportCaption(session, Place.LEFT).patient());
        assertEquals("DOE, JANE", new ViewportCaption(session, Place.RIGHT).patient());
    }

    @Test
    void syntheticAndPriorAreMarked() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));

        assertEquals(List.of("SYNTHETIC"), new ViewportCaption(session, Place.LEFT).tags());
        assertEquals(List.of("PRIOR, 1 y 2 mo earlier"), new ViewportCaption(session, Place.RIGHT).tags());
    }

    @Test
    void positionWindowZoomSpacingAndToolAreWritten() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        session.activeViewport().scrollTo(59);

        assertEquals("CT  ·  Series 1", caption.series());
        assertEquals("Image 60 / 140", caption.position());
        assertEquals(List.of("C 0  W 100  HU", "Zoom 500 %", "Lengths in mm", "Drag scrolls"), caption.viewLines());
    }

    @Test
    void inversionAndOneToOneAreSaid() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        session.activeViewport().invert();
        session.activeViewport().look(ViewState.FIT.withZoom(0.2));

        assertEquals("C 0  W 100  HU  ·  inverted", caption.viewLines().get(0));
        assertEquals("Zoom 1:1", caption.viewLines().get(1));
    }

    @Test
    void aTableOfTheFileAndAnotherFunctionThanLinearAreNamed() {
        VoiLut bone = new VoiLut(new LookupTable(0, new int[] {0, 255}, 8), "BONE");
        VoiWindow sigmoid = new VoiWindow(40, 400, VoiWindow.Function.SIGMOID);
        ReadingSession session = reading(ManualLoader.answering(TestImages.withWindows(SLICE, bone, sigmoid)));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);

        assertEquals("VOI LUT BONE", caption.viewLines().get(0));
        session.activeViewport().nextVoi();
        assertEquals("C 40  W 400  HU  ·  sigmoid", caption.viewLines().get(0));
    }

    @Test
    void aTableThatTheReaderStretchedKeepsItsNameBesideTheNumbers() {
        VoiLut bone = new VoiLut(new LookupTable(0, new int[] {0, 255}, 8), "BONE");
        ReadingSession session = reading(ManualLoader.answering(TestImages.withWindows(SLICE, bone)));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);

        session.activeViewport().moveWindow(40, 400);

        assertEquals("C 40  W 400  HU  ·  VOI LUT BONE", caption.viewLines().get(0));
    }

    @Test
    void lossWarningsAndTheDisplayAreCautions() {
        ReadingSession session = reading(ManualLoader.answering(TestImages.cineFrame(SLICE, Duration.ofMillis(40))));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);

        assertEquals(
                List.of("Lossy compression", "Overlay present, not shown", "Display not calibrated"),
                caption.cautions(DisplayStanding.UNCALIBRATED));
        assertEquals(List.of("Lossy compression", "Overlay present, not shown"), caption.cautions(CALIBRATED));
    }

    // [utest->req~viewer.gap-marked~1]
    @Test
    void aGapIsSaidOnEveryImageAndAtTheGapWithItsWidth() {
        SliceSteps steps = SliceSteps.of(List.of(0.0, 2.5, 5.0, 12.5, 15.0, 15.0));
        ImageStack stack = TestImages.stack(current, 1, "CT", 6, steps);
        ReadingSession session = session(ManualLoader.answering(SLICE));
        session.open(new ReadingStudy(current, List.of(stack)), List.of());
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        String everywhere = "Gaps between slices: 1, first after image 3";
        String repeated = "Images at the place of the one before: 1";

        assertEquals(List.of(everywhere, repeated), caption.cautions(CALIBRATED));
        session.activeViewport().scrollTo(2);
        assertEquals(List.of("GAP: 7.5 mm to the next image, usual 2.5 mm", repeated), caption.cautions(CALIBRATED));
        session.activeViewport().scrollTo(3);
        assertEquals(List.of("GAP: 7.5 mm to the former image, usual 2.5 mm", repeated), caption.cautions(CALIBRATED));
    }

    // [utest->req~viewer.alignment-marked~1]
    @Test
    void tiltAndMixedSizesAreSaidOnEveryImage() {
        ImageStack stack = TestImages.stack(current, 1, "CT", 3, new SliceAlignment(18.5, false, true));
        ReadingSession session = session(ManualLoader.answering(SLICE));
        session.open(new ReadingStudy(current, List.of(stack)), List.of());
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        List<String> expected = List.of(
                "Tilted by 18.5\u00b0: each image lies sideways of the one before",
                "Images of this stack differ in size or pixel spacing");

        assertEquals(expected, caption.cautions(CALIBRATED));
        session.activeViewport().scrollTo(2);
        assertEquals(expected, caption.cautions(CALIBRATED));
    }

    // [utest->req~viewer.overlays~1]
    @Test
    void hiddenOverlaysAreSaidWhereThereAreAny() {
        ReadingSession marked = reading(ManualLoader.answering(TestImages.withMark(SLICE, 5)));
        ReadingSession plain = reading(ManualLoader.answering(SLICE));
        marked.activeViewport().toggleOverlays();
        plain.activeViewport().toggleOverlays();

        assertEquals(List.of("Overlays hidden"), new ViewportCaption(marked, Place.LEFT).cautions(CALIBRATED));
        assertEquals(List.of(), new ViewportCaption(plain, Place.LEFT).cautions(CALIBRATED));
    }

    @Test
    void anAssumedCineSpeedIsSaid() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));

        new ViewerActions(session).run(ViewerAction.CINE);

        assertEquals(
                List.of("Speed not stated by the file: 15 images/s"),
                new ViewportCaption(session, Place.LEFT).cautions(CALIBRATED));
    }

    @Test
    void aFailureSaysWhatItIsAndWhatToDo() {
        ManualLoader loader = new ManualLoader();
        ReadingSession session = reading(loader);
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        assertEquals("Loading\u2026", caption.decoding());

        loader.fail(head.frames().get(0), new CandelaException("image.unsupported", "x.dcm: JPEG XL"));

        assertEquals("", caption.decoding());
        assertEquals(
                "This image cannot be shown.\nCandela does not read this kind of image yet."
                        + " Open it in the facility's own viewer.\n\nx.dcm: JPEG XL",
                caption.problem());
    }

    @Test
    void anEmptyViewportSaysSoAndNothingElse() {
        ReadingSession session = session(ManualLoader.answering(SLICE));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);

        assertEquals("No study open", caption.patient());
        assertTrue(Stream.of(caption.identity(), caption.study(), caption.series(), caption.position())
                .allMatch(String::isEmpty));
    }

    // [utest->req~viewer.key-objects-read~1]
    @Test
    void aKeyImageThatWasSentIsToldFromTheReadersOwn() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));
        session.beside().take(new BesideImages(Set.of(head.frames().get(0)), List.of(), 2));
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        assertTrue(caption.tags().contains("KEY IMAGE (sent)"));
        assertFalse(caption.tags().contains("KEY IMAGE"));
        assertTrue(caption.cautions(CALIBRATED).stream().anyMatch(line -> line.startsWith("Not read: 2 objects")));

        session.viewport(Place.LEFT).scrollTo(1);

        assertFalse(caption.tags().contains("KEY IMAGE (sent)"));
    }

    @Test
    void anEmptyPlaceBesideAStudySaysThatNoPriorIsLoaded() {
        ReadingSession session = session(ManualLoader.answering(SLICE));
        session.open(new ReadingStudy(current, List.of(head)), List.of());

        assertEquals("No prior loaded", new ViewportCaption(session, Place.RIGHT).patient());
    }

    // [utest->req~viewer.uptake~1]
    @Test
    void aTomographyOfUptakeSaysItsWindowInSuvAndTheFormula() {
        ReadingSession session = reading(ManualLoader.answering(TestImages.withUptake(
                SLICE, new BodyWeightSuv.Known(0.05, "weight / dose at the time of correction"))));

        List<String> lines = new ViewportCaption(session, Place.LEFT).viewLines();

        assertTrue(lines.contains("SUVbw \u22122.50 to 2.50"), lines.toString());
        assertTrue(
                lines.contains("SUVbw = value \u00b7 0.05000 (weight / dose at the time of correction)"),
                lines.toString());
    }

    // [utest->req~viewer.window-presets~1]
    @Test
    void thePresetInUseIsNamedBesideItsNumbers() {
        ReadingSession session = reading(ManualLoader.answering(SLICE));

        new ViewerActions(session).run(ViewerAction.PRESET_3);

        assertEquals(
                "C -600  W 1500  HU  \u00b7  Lung",
                new ViewportCaption(session, Place.LEFT).viewLines().get(0));
    }

    // [utest->req~viewer.cine-late~1]
    @Test
    void lateFramesAreSaidWithTheRateThatIsReallyShown() {
        ReadingSession session = reading(ManualLoader.answering(TestImages.cineFrame(SLICE, Duration.ofMillis(40))));
        new ViewerActions(session).run(ViewerAction.CINE);
        session.cine().playback().shown();
        session.cine().playback().late();

        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);

        assertTrue(caption.cautions(CALIBRATED).contains("Frames late: 1, shown 12.5 images/s"));
        assertTrue(caption.viewLines().contains("Plays 25 images/s"));
    }

    private ReadingSession reading(ManualLoader loader) {
        ReadingSession session = session(loader);
        session.open(new ReadingStudy(current, List.of(head)), List.of(new ReadingStudy(earlier, List.of(prior))));
        return session;
    }

    private ReadingSession session(ManualLoader loader) {
        ReadingSession session =
                TestSessions.session(loader, Store.of(database, Clock.systemUTC()), new EditHistory(), scheduler);
        session.viewport(Place.LEFT).resize(new CanvasSize(50, 50));
        return session;
    }
}
