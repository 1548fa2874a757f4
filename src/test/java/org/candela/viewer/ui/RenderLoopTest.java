package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.Fx;
import org.candela.base.MemoryBudget;
import org.candela.image.DisplayLut;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.TestImages;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.next-picture-ready~1]
class RenderLoopTest {
    private static final CanvasSize CANVAS = new CanvasSize(40, 50);
    private static final long SURFACE_BYTES = 4L * 40 * 50;

    private final Deque<Runnable> rendered = new ArrayDeque<>();
    private final Deque<Runnable> aside = new ArrayDeque<>();
    private final List<RasterArgb> shown = new ArrayList<>();
    private final Picture one = picture(1);
    private final Picture two = picture(2);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private static Picture picture(int first) {
        LoadedFrame loaded = TestImages.slice(
                30, 30, IntStream.range(0, 900).map(i -> first + i % 97).toArray());
        return new Picture(
                loaded,
                new DataPresentation(new VoiWindow(50, 100, VoiWindow.Function.LINEAR), Polarity.NORMAL),
                ResolvedView.of(loaded, ViewState.FIT, CANVAS));
    }

    private RenderLoop loop(long limitBytes) {
        MemoryBudget budget = new MemoryBudget(new MemoryBudget.Limits(1, 4 * limitBytes, 1));
        ViewServices services = new ViewServices(
                Renderer.ON_CALLER,
                DisplayLuts.NONE,
                screen -> Optional.empty(),
                rendered::add,
                aside::add,
                Runnable::run,
                budget.account(MemoryBudget.Use.SURFACES),
                MouseBindings::standard);
        return new RenderLoop(services, surface -> shown.add(copy(surface)), failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private static RasterArgb copy(Surface surface) {
        surface.refreshed();
        RasterArgb copy = RasterArgb.ofSize(CANVAS.width(), CANVAS.height());
        System.arraycopy(surface.raster().pixels(), 0, copy.pixels(), 0, copy.pixels().length);
        return copy;
    }

    private static RasterArgb afresh(Picture picture) {
        RasterArgb raster = RasterArgb.ofSize(CANVAS.width(), CANVAS.height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return raster;
    }

    /** The loop with {@link #one} on the screen and {@link #two} ordered aside. */
    private RenderLoop showingOne(long limitBytes) {
        RenderLoop loop = loop(limitBytes);
        loop.draw(one, DisplayLut.IDENTITY);
        rendered.pop().run();
        loop.drawAside(two, DisplayLut.IDENTITY);
        return loop;
    }

    @Test
    void aPictureDrawnAsideIsShownInTheVeryTurnInWhichItIsAskedFor() {
        Fx.run(() -> {
            RenderLoop loop = showingOne(1 << 20);
            aside.pop().run();
            assertEquals(List.of(afresh(one)), shown, "and no sooner");

            loop.draw(two, DisplayLut.IDENTITY);

            assertEquals(List.of(afresh(one), afresh(two)), shown);
            assertTrue(loop.isIdle());
            assertTrue(rendered.isEmpty());
        });
    }

    @Test
    void aPictureDrawnAsideForAnotherIsLeftAloneAndItsRoomUsedAgain() {
        Fx.run(() -> {
            RenderLoop loop = showingOne(1 << 20);
            aside.pop().run();
            for (int step = 3; step < 20; step++) {
                Picture other = picture(step);
                loop.draw(other, DisplayLut.IDENTITY);
                rendered.pop().run();
                assertEquals(afresh(other), shown.get(shown.size() - 1));
                loop.drawAside(picture(100 + step), DisplayLut.IDENTITY);
                aside.pop().run();
            }
        });
    }

    @Test
    void whatNobodyHasBegunAsideIsDrawnWithAllHandsWhenItIsAskedFor() {
        Fx.run(() -> {
            RenderLoop loop = showingOne(1 << 20);

            loop.draw(two, DisplayLut.IDENTITY);
            assertEquals(1, shown.size());
            rendered.pop().run();
            aside.pop().run();

            assertEquals(List.of(afresh(one), afresh(two)), shown);
        });
    }

    @Test
    void nothingDrawnAsideComesUpOnceTheImagesWereTakenDown() {
        Fx.run(() -> {
            RenderLoop loop = showingOne(1 << 20);
            loop.forget();
            aside.pop().run();

            loop.draw(two, DisplayLut.IDENTITY);

            assertEquals(1, shown.size());
            assertEquals(1, rendered.size(), "drawn anew");
        });
    }

    @Test
    void whereMemoryForPicturesIsUsedUpNothingIsDrawnAside() {
        Fx.run(() -> {
            showingOne(2 * SURFACE_BYTES);

            assertFalse(rendered.size() + aside.size() > 0);
        });
    }
}
