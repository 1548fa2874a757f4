package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.grey;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.window;
import static org.candela.pitfall.PitfallImages.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.candela.study.Patient;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StackTraits;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs beside what, and on which pixels of the screen. */
class ScreenPitfallsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final StudyBanner ANNA = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 11, 24));
    private static final StudyBanner BERTA = TestImages.banner("SYNTHETIC^Berta", LocalDate.of(2026, 11, 24));

    @TempDir
    private Path folder;

    private final Map<FrameKey, LoadedFrame> frames = new HashMap<>();
    private final List<CompletableFuture<LoadedFrame>> requests = new ArrayList<>();
    private final ManualScheduler scheduler = new ManualScheduler();
    private Database database;
    private ReadingSession session;

    /** Delivers at once what is there, a coarse form where only that is, and never what is not. */
    private final class HeldFrames implements FrameLoader {
        @Override
        public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority) {
            CompletableFuture<LoadedFrame> request = new CompletableFuture<>();
            requests.add(request);
            LoadedFrame held = frames.get(key);
            if (held != null && !held.isReduced()) {
                request.complete(held);
            }
            return request;
        }

        @Override
        public CompletableFuture<LoadedFrame> request(
                FrameKey key, FramePriority priority, Consumer<LoadedFrame> coarse) {
            CompletableFuture<LoadedFrame> request = request(key, priority);
            Optional.ofNullable(frames.get(key)).filter(LoadedFrame::isReduced).ifPresent(coarse);
            return request;
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), NOON);
        session = TestSessions.session(new HeldFrames(), Store.of(database, NOON), new EditHistory(), scheduler);
    }

    @AfterEach
    void close() throws Exception {
        scheduler.shutdownNow();
        database.close();
    }

    /** PS3.3 C.7.4.1: places are comparable within one frame of reference, and without one not at all. */
    @ParameterizedTest
    @CsvSource({"1.2.9.1, 1.2.9.1, 1", "1.2.9.1, 1.2.9.2, 0", "'', '', 0"})
    void pitfall30ReferenceLinesStayWithinOneFrameOfReference(String one, String other, int lines) throws Exception {
        ImageStack axial = stack(ANNA, 1, plane(one, 1, 0, 0, 0, 1, 0));
        ImageStack coronal = stack(ANNA, 2, plane(other, 1, 0, 0, 0, 0, -1));
        session.open(new ReadingStudy(ANNA, List.of(axial, coronal)), List.of());
        Viewport left = session.viewport(Place.LEFT);
        Viewport right = session.viewport(Place.RIGHT);
        assertTrue(left.shown().isPresent() && right.shown().isPresent(), "both images hang");

        session.activate(Place.LEFT);

        assertEquals(lines, session.guidesOn(right).lines().size());
        assertEquals(0, session.guidesOn(left).lines().size());
    }

    /** 600 × 400 device pixels at scale 1, and 1200 × 801 of a screen at scale 2: an image pixel is a device pixel. */
    @Test
    void pitfall36OneToOneCountsDevicePixelsOfTheScreenTheImageIsOn() throws Exception {
        Attributes checks = window(
                grey("DX", 64, 64)
                        .setBytes(
                                Tag.PixelData,
                                VR.OW,
                                words(IntStream.range(0, 64 * 64)
                                        .map(i -> (i % 64 + i / 64) % 2 * 4095)
                                        .toArray())),
                2048,
                4096);
        session.open(new ReadingStudy(ANNA, List.of(stack(ANNA, 1, checks))), List.of());
        Viewport viewport = session.viewport(Place.LEFT);

        for (CanvasSize screen : List.of(new CanvasSize(600, 400), new CanvasSize(1200, 801), new CanvasSize(77, 90))) {
            viewport.resize(screen);
            viewport.look(viewport.viewState().withPixels(1));
            assertEquals(64 * 64 / 2, whitePixels(viewport.picture().orElseThrow()), screen.toString());
        }
    }

    /** A coarse form that stands in says what it is, and goes when the whole is there. */
    @Test
    void pitfall40AReducedFormIsMarkedUntilTheWholeIsThere() throws Exception {
        ImageStack stack = stack(ANNA, 1, plane("1.2.9.1", 1, 0, 0, 0, 1, 0));
        FrameKey key = stack.frames().get(0);
        LoadedFrame whole = Objects.requireNonNull(frames.get(key));
        frames.put(key, new LoadedFrame(whole.frame(), whole.description(), List.of(), 2));

        session.open(new ReadingStudy(ANNA, List.of(stack)), List.of());
        Viewport viewport = session.viewport(Place.LEFT);

        assertTrue(viewport.shown().orElseThrow().loaded().isReduced());
        assertTrue(viewport.isDecoding());
        requests.forEach(request -> request.complete(whole));
        assertFalse(viewport.shown().orElseThrow().loaded().isReduced());
        assertFalse(viewport.isDecoding());
    }

    /** Whoever is read next, nothing of the one before is left on any screen, also while frames are still awaited. */
    @Test
    void pitfall41EveryScreenIsClearedBeforeAnotherCaseHangs() throws Exception {
        ImageStack first = stack(ANNA, 1, plane("1.2.9.1", 1, 0, 0, 0, 1, 0));
        ImageStack second = stack(ANNA, 2, plane("1.2.9.1", 1, 0, 0, 0, 0, -1));
        session.open(new ReadingStudy(ANNA, List.of(first, second)), List.of());
        assertTrue(session.viewport(Place.RIGHT).shown().isPresent());

        session.open(new ReadingStudy(BERTA, List.of(awaited(BERTA, 3))), List.of());

        for (Place place : List.of(Place.LEFT, Place.RIGHT)) {
            Viewport viewport = session.viewport(place);
            assertTrue(viewport.shown().isEmpty(), "no image of the former case at " + place);
            assertFalse(viewport.stack().map(ImageStack::study).equals(Optional.of(ANNA)));
        }
    }

    /** Each stack brings the banner of its own patient, so that no screen can show an image under another name. */
    @Test
    void pitfall41TheIdentityOnAScreenIsThatOfItsImage() throws Exception {
        ImageStack first = stack(ANNA, 1, plane("1.2.9.1", 1, 0, 0, 0, 1, 0));
        ImageStack second = stack(ANNA, 2, plane("1.2.9.1", 1, 0, 0, 0, 0, -1));

        session.open(new ReadingStudy(ANNA, List.of(first, second)), List.of());

        for (Place place : List.of(Place.LEFT, Place.RIGHT)) {
            assertEquals(ANNA, session.viewport(place).stack().orElseThrow().study());
        }
    }

    /** A name is no identity: the same person has the same id from the same issuer. */
    @Test
    void pitfall41NobodyIsMergedByNameAlone() {
        Patient anna = patient("C-1", "A");

        assertTrue(anna.isSamePersonAs(patient("C-1", "A")));
        assertFalse(anna.isSamePersonAs(patient("C-2", "A")));
        assertFalse(anna.isSamePersonAs(patient("C-1", "B")));
        assertFalse(patient("", "A").isSamePersonAs(patient("", "A")));
    }

    private static Patient patient(String id, String issuer) {
        return new Patient(id, issuer, "SYNTHETIC^Anna", Optional.empty(), "F");
    }

    private ImageStack stack(StudyBanner banner, int series, Attributes image) throws Exception {
        ImageStack stack = awaited(banner, series);
        frames.put(stack.frames().get(0), load(folder, image));
        return stack;
    }

    private static ImageStack awaited(StudyBanner banner, int series) {
        FrameKey key = new FrameKey(new Uid("1.2." + series + ".1"), 0);
        return new ImageStack(
                banner, new Uid("1.2." + series), new StackTraits("CT", "Series " + series, ""), List.of(key));
    }

    private static Attributes plane(String frameOfReference, double... cosines) {
        Attributes image = grey("CT", 10, 10)
                .setBytes(Tag.PixelData, VR.OW, words(new int[100]))
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, -5, -5 * cosines[4], -5 * cosines[5])
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, cosines);
        return frameOfReference.isEmpty() ? image : image.set(Tag.FrameOfReferenceUID, VR.UI, frameOfReference);
    }

    /** A checkerboard drawn at any other size than its own, or between pixels, has greys and fewer of these. */
    private static long whitePixels(Picture picture) {
        CanvasSize canvas = picture.view().canvas();
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return IntStream.of(raster.pixels()).filter(argb -> argb == 0xFFFFFFFF).count();
    }
}
