package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.image.LookupTable;
import org.candela.image.OrientationMarks;
import org.candela.image.Polarity;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.study.StackPlace;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.stack.ImageStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewportTest {
    private static final LoadedFrame ONE = TestImages.slice(1, 1, 1);
    private static final LoadedFrame TWO = TestImages.slice(1, 1, 2);

    private final ImageStack stack =
            TestImages.stack(TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2)), 1, "CT", 60);
    private final ManualLoader loader = new ManualLoader();
    private Database database;
    private Viewport viewport;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        viewport = new Viewport(
                loader,
                new MarkBoard(new Marks(database, Runnable::run, Clock.systemUTC()), new EditHistory(), Runnable::run),
                Runnable::run);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    @Test
    // [utest->req~viewer.last-good-frame~1]
    void theLastGoodFrameStaysMarkedWhileTheNextIsDecoded() {
        hangAndShow();

        viewport.scrollBy(1);

        assertEquals(key(0), viewport.shown().orElseThrow().key());
        assertTrue(viewport.isDecoding());
        loader.arrive(key(1), TWO);
        assertEquals(key(1), viewport.shown().orElseThrow().key());
        assertFalse(viewport.isDecoding());
    }

    // [utest->req~viewer.next-picture-ready~1]
    @Test
    void afterAStepTheNextTheSameWayIsAtHandButNotAfterAWindow() {
        Viewport ready = new Viewport(
                ManualLoader.answering(key -> key.equals(key(4)) ? TWO : ONE),
                new MarkBoard(new Marks(database, Runnable::run, Clock.systemUTC()), new EditHistory(), Runnable::run),
                Runnable::run);
        List<Picture> next = new ArrayList<>();
        ready.hang(stack);
        ready.resize(new CanvasSize(4, 4));
        ready.next(next::add);
        assertEquals(List.of(), next, "nobody scrolls yet");

        ready.scrollTo(6);
        ready.scrollTo(5);
        ready.next(next::add);
        ready.chooseWindow(new VoiWindow(10, 20, VoiWindow.Function.LINEAR));
        ready.next(next::add);

        assertEquals(1, next.size(), "once a step");
        assertEquals(TWO, next.get(0).loaded(), "backwards");
        ready.scrollTo(4);
        ready.chooseWindow(new VoiWindow(10, 20, VoiWindow.Function.LINEAR));
        ready.next(next::add);
        ready.scrollTo(3);
        assertEquals(ready.picture().orElseThrow(), next.get(1), "the very picture that the step shows");
        ready.scrollTo(0);
        ready.next(next::add);
        assertEquals(2, next.size(), "no further");
    }

    @Test
    void aFrameThatArrivesLateIsNotShown() {
        hangAndShow();
        viewport.scrollBy(1);
        var late = loader.requested(key(1));
        viewport.scrollBy(1);
        loader.arrive(key(2), TWO);

        late.complete(ONE);

        assertEquals(key(2), viewport.shown().orElseThrow().key());
    }

    @Test
    void aRequestThatWasOvertakenIsWithdrawn() {
        hangAndShow();
        viewport.scrollBy(1);

        viewport.scrollBy(1);

        assertTrue(loader.requested(key(1)).isCancelled());
    }

    @Test
    void noImageStandsInForOneThatCannotBeRead() {
        hangAndShow();
        viewport.scrollBy(1);

        loader.fail(key(1), new CandelaException("dicom.truncated", "x.dcm: ends at byte 7"));

        assertTrue(viewport.shown().isEmpty());
        assertEquals(
                new ViewportProblem("dicom.truncated", "x.dcm: ends at byte 7"),
                viewport.problem().orElseThrow());
        viewport.scrollBy(1);
        loader.arrive(key(2), TWO);
        assertTrue(viewport.problem().isEmpty());
    }

    @Test
    // [utest->req~viewer.prefetch-direction~1]
    void tellsThoseWhoLoadWhereItIsAndWhichWayItGoes() {
        hangAndShow();
        viewport.scrollTo(30);
        StackPlace forwards = loader.places.get(loader.places.size() - 1);
        viewport.scrollTo(29);
        StackPlace backwards = loader.places.get(loader.places.size() - 1);

        assertEquals(key(30), forwards.key());
        assertEquals(1, forwards.direction());
        assertEquals(key(29), backwards.key());
        assertEquals(-1, backwards.direction());
    }

    @Test
    void whatIsTakenDownWishesNothingAnyMore() {
        hangAndShow();
        int before = loader.forgotten;

        viewport.clear();

        assertEquals(before + 1, loader.forgotten);
    }

    @Test
    // [utest->req~viewer.reduced-marked~1]
    void aCoarseFormStandsInMarkedUntilTheWholeIsThere() {
        hangAndShow();
        viewport.scrollBy(1);

        loader.arriveCoarse(key(1), new LoadedFrame(TWO.frame(), TWO.description(), List.of(), 2));

        assertEquals(key(1), viewport.shown().orElseThrow().key());
        assertTrue(viewport.isReduced());
        assertTrue(viewport.isDecoding());
        loader.arrive(key(1), TWO);
        assertFalse(viewport.isReduced());
        assertFalse(viewport.isDecoding());
    }

    @Test
    // [utest->req~viewer.reduced-marked~1]
    void aCoarseFormThatComesLateReplacesNothing() {
        hangAndShow();
        viewport.scrollBy(1);
        loader.arrive(key(1), TWO);

        loader.arriveCoarse(key(1), new LoadedFrame(ONE.frame(), ONE.description(), List.of(), 2));

        assertEquals(TWO, viewport.shown().orElseThrow().loaded());
    }

    @Test
    void scrollingHoldsAtBothEndsAndAsksForNothingThere() {
        hangAndShow();
        int asked = loader.places.size();

        viewport.scrollBy(-5);
        assertEquals(asked, loader.places.size());
        viewport.scrollTo(1000);

        assertEquals(59, viewport.frameIndex());
    }

    @Test
    void aChosenWindowStaysWhileScrollingAndGoesWithReset() {
        hangAndShow();
        viewport.chooseWindow(VoiWindow.linear(40, 80));
        viewport.invert();
        viewport.scrollBy(1);
        loader.arrive(key(1), TestImages.withWindows(TWO, VoiWindow.linear(7, 9)));

        assertEquals(new DataPresentation(VoiWindow.linear(40, 80), Polarity.INVERTED), presentation());
        viewport.reset();
        assertEquals(new DataPresentation(VoiWindow.linear(7, 9), Polarity.NORMAL), presentation());
    }

    // [utest->req~viewer.voi-alternatives~1]
    @Test
    void theAlternativesOfTheFileComeInTurnAndStayWhileScrolling() {
        VoiLut bone = new VoiLut(new LookupTable(0, new int[] {0, 255}, 8), "BONE");
        VoiLut other = new VoiLut(new LookupTable(0, new int[] {9, 255}, 8), "BONE");
        viewport.hang(stack);
        loader.arrive(key(0), TestImages.withWindows(ONE, VoiWindow.linear(7, 9), bone));
        assertEquals(VoiWindow.linear(7, 9), presentation().voi());

        viewport.nextVoi();
        assertEquals(bone, presentation().voi());
        viewport.scrollBy(1);
        loader.arrive(key(1), TestImages.withWindows(TWO, VoiWindow.linear(1, 2), other));

        assertEquals(other, presentation().voi());
        viewport.nextVoi();
        assertEquals(VoiWindow.linear(1, 2), presentation().voi());
    }

    // [utest->req~viewer.voi-alternatives~1]
    @Test
    void afterAChosenWindowTheFilesOwnComesBackFirst() {
        viewport.hang(stack);
        loader.arrive(key(0), TestImages.withWindows(ONE, VoiWindow.linear(7, 9), VoiWindow.linear(1, 2)));
        viewport.chooseWindow(VoiWindow.linear(40, 80));

        viewport.nextVoi();

        assertEquals(VoiWindow.linear(7, 9), presentation().voi());
    }

    // [utest->req~viewer.overlays~1]
    @Test
    void overlaysAreDrawnUntilTheyAreHiddenAndComeBackWithReset() {
        viewport.resize(new CanvasSize(4, 4));
        hangAndShow();

        assertEquals(OverlayInk.AMBER, viewport.picture().orElseThrow().ink());
        viewport.toggleOverlays();
        assertEquals(OverlayInk.NONE, viewport.picture().orElseThrow().ink());
        viewport.reset();
        assertTrue(viewport.areOverlaysShown());
    }

    @Test
    void aWindowMadeUpForAStackStaysForTheStack() {
        viewport.hang(stack);
        loader.arrive(key(0), TestImages.withWindows(TestImages.slice(1, 2, 0, 100)));
        viewport.scrollBy(1);
        loader.arrive(key(1), TestImages.withWindows(TestImages.slice(1, 2, 50, 60)));

        assertEquals(VoiWindow.linear(50.5, 101), presentation().window());
    }

    @Test
    void anotherStackLeavesNothingOfTheFormerBehind() {
        hangAndShow();
        viewport.invert();
        ImageStack other = TestImages.stack(stack.study(), 2, "CT", 1);

        viewport.hang(other);

        assertTrue(viewport.shown().isEmpty());
        assertTrue(viewport.isDecoding());
        loader.arrive(other.frames().get(0), TWO);
        assertEquals(Polarity.NORMAL, presentation().polarity());
    }

    @Test
    void lettersComeFromTheCosinesElseFromPatientOrientationElseNotAtAll() {
        viewport.hang(stack);
        loader.arrive(key(0), ONE);
        assertEquals(new OrientationMarks("R", "L", "A", "P"), viewport.orientation());

        viewport.scrollTo(1);
        loader.arrive(key(1), TestImages.withPlace(ONE, TestImages.flat(TestImages.HALF_MM, "A", "F")));
        assertEquals(new OrientationMarks("P", "A", "H", "F"), viewport.orientation());

        viewport.scrollTo(2);
        loader.arrive(key(2), TestImages.withPlace(ONE, TestImages.flat(TestImages.HALF_MM)));
        assertEquals(OrientationMarks.NONE, viewport.orientation());
    }

    private DataPresentation presentation() {
        return viewport.presentation().orElseThrow();
    }

    private void hangAndShow() {
        viewport.hang(stack);
        loader.arrive(key(0), ONE);
    }

    private FrameKey key(int index) {
        return stack.frames().get(index);
    }
}
