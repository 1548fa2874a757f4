package org.candela.viewer.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.base.Uid;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.TestImages;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.Thumbnail.State;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.thumbnails~1]
class ThumbnailsTest {
    private static final CanvasSize SIZE = new CanvasSize(8, 8);
    private static final LoadedFrame FRAME = TestImages.slice(2, 2, -100, 0, 50, 100);

    private final ManualLoader loader = new ManualLoader();
    private final MemoryBudget budget = new MemoryBudget(new Limits(1 << 20, 1 << 20, 1 << 20));
    private final Thumbnails thumbnails = new Thumbnails(
            loader, new Thumbnails.Threads(Runnable::run, Runnable::run), budget.account(Use.THUMBNAILS), SIZE);
    private final ImageStack first = stack(1);
    private final ImageStack second = stack(2);

    private static ImageStack stack(int series) {
        return TestImages.stack(TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 1, 2)), series, "CT", 21);
    }

    private static FrameKey middle(ImageStack stack) {
        return stack.frames().get(10);
    }

    private List<State> states() {
        return thumbnails.all().stream().map(Thumbnail::state).toList();
    }

    @Test
    void theMiddleFrameIsDrawnAsTheRendererDrawsIt() {
        thumbnails.show(List.of(first));
        assertEquals(List.of(State.LOADING), states());

        loader.arrive(middle(first), FRAME);

        assertEquals(List.of(State.COMPLETE), states());
        RasterArgb expected = RasterArgb.ofSize(8, 8);
        Renderer.ON_CALLER.render(
                new Picture(FRAME, DataPresentation.initial(FRAME), ResolvedView.of(FRAME, ViewState.FIT, SIZE)),
                DisplayLut.IDENTITY,
                expected);
        RasterArgb seen = thumbnails.all().get(0).picture().orElseThrow();
        assertEquals(expected.argb(3, 5), seen.argb(3, 5));
        assertEquals(4L * 8 * 8, budget.account(Use.THUMBNAILS).heldBytes());
    }

    @Test
    void aSeriesThatIsStillArrivingIsLoadingThoughItsPictureIsThere() {
        thumbnails.show(List.of(first, second));
        thumbnails.arriving(first.seriesUid(), 7, 21);
        loader.arrive(middle(first), FRAME);

        Thumbnail arriving = thumbnails.all().get(0);
        assertEquals(State.LOADING, arriving.state());
        assertEquals(7, arriving.here());
        assertEquals(21, arriving.total());
        assertTrue(arriving.picture().isPresent());
        thumbnails.arriving(first.seriesUid(), 21, 21);
        assertEquals(List.of(State.COMPLETE, State.LOADING), states());
    }

    @Test
    void anImageThatCannotBeShownFailsAlone() {
        thumbnails.show(List.of(first, second));

        loader.fail(middle(first), new CandelaException("study.unreadable", "broken on purpose"));
        loader.arrive(middle(second), FRAME);

        assertEquals(List.of(State.FAILED, State.COMPLETE), states());
    }

    @Test
    void whatIsCancelledIsWithdrawnAndTheRestStays() {
        thumbnails.show(List.of(first, second));

        thumbnails.cancel(first.seriesUid());

        assertTrue(loader.requested(middle(first)).isCancelled());
        assertEquals(List.of(State.CANCELLED, State.LOADING), states());
    }

    @Test
    void anotherCaseLeavesNothingOfTheFormerBehind() {
        thumbnails.show(List.of(first));
        loader.arrive(middle(first), FRAME);

        thumbnails.show(List.of(second));

        assertEquals(
                List.of(second), thumbnails.all().stream().map(Thumbnail::stack).toList());
        assertEquals(0, budget.account(Use.THUMBNAILS).heldBytes());
        thumbnails.arriving(new Uid("9.9"), 1, 2);
        assertEquals(List.of(State.LOADING), states());
    }
}
