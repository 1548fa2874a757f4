package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import org.candela.Fx;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.measure.RegionStatistics;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.BesideImages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionMask;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.RegionSize;
import org.candela.viewer.region.SentRegions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks and contours with a real toolkit: a square of columns 20 to 59 and rows 30 to 69 on a ramp of 100 × 100. */
// [utest->req~viewer.regions-shown~1]
class RegionViewTest {
    private static final ImagePoint INSIDE = new ImagePoint(40, 60);
    private static final ImagePoint OUTSIDE = new ImagePoint(80, 80);
    private static final RegionName LIVER = new RegionName(new Uid("1.2.3"), 1, "Liver", 0xFFFF4040);

    private ViewRoom room;
    private ReadingSession session;
    private ViewerView view;
    private FrameKey first;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(ViewRoom.RAMP).onPanels(0, 1).open(folder);
        session = room.session;
        view = room.view();
        first = room.stacks().get(0).frames().get(0);
        Fx.run(() -> session.beside().take(new BesideImages(Set.of(), List.of(), List.of(new Sent()), 0)));
        settle();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void aMaskIsOnTheScreenOverItsPixelsAloneAndFollowsTurnsAndGoesWithTheKey() {
        int inside = argbAt(INSIDE);
        int outside = argbAt(OUTSIDE);
        assertEquals(1, lines("Segmentations and structure sets: 1 (Shift+R)"));

        run(ViewerAction.REGIONS);
        Fx.run(() -> session.beside().regions().found(first, new Sent().on(first, ViewRoom.RAMP, 0)));
        settle();
        int filled = argbAt(INSIDE);
        assertNotEquals(inside, filled);
        assertEquals(outside, argbAt(OUTSIDE));
        assertEquals(1, lines("Liver  4.00 cm\u00b2  12.00 ml  3.5 \u00b1 2.1 HU"));
        run(ViewerAction.TURN);
        assertEquals(filled, argbAt(INSIDE));
        assertEquals(outside, argbAt(OUTSIDE));
        run(ViewerAction.REGION_FILLING);
        assertNotEquals(filled, argbAt(INSIDE));
        run(ViewerAction.REGION_FILLING);
        assertEquals(inside, argbAt(INSIDE)); // outlined alone
        run(ViewerAction.REGIONS);

        assertEquals(inside, argbAt(INSIDE));
        assertTrue(Fx.call(() -> session.beside().regions().on(session.activeViewport()))
                .regions()
                .isEmpty());
    }

    private long lines(String text) {
        return Fx.call(() -> new ViewportCaption(session, Place.LEFT)
                .viewLines().stream().filter(text::equals).count());
    }

    private void run(ViewerAction action) {
        Fx.run(() -> new ViewerActions(session).run(action));
        settle();
    }

    private int argbAt(ImagePoint point) {
        CanvasPoint at = session.viewport(Place.LEFT)
                .resolvedView()
                .map(shown -> shown.canvasPoint(point))
                .orElseThrow();
        return snapshot().getPixelReader().getArgb((int) Math.round(at.x()), (int) Math.round(at.y()));
    }

    private WritableImage snapshot() {
        return Fx.call(() -> Objects.requireNonNull(view.lookup("#viewport-left .viewport-stage"))
                .snapshot(null, null));
    }

    private static final class Sent implements SentRegions {
        @Override
        public List<RegionName> names() {
            return List.of(LIVER);
        }

        @Override
        public Map<RegionName, RegionReach> reaches() {
            return Map.of();
        }

        @Override
        public FoundRegions on(FrameKey key, LoadedFrame loaded, double stepMm) {
            byte[] opacity = new byte[10000];
            IntStream.range(0, opacity.length)
                    .filter(i -> i / 100 >= 30 && i / 100 < 70 && i % 100 >= 20 && i % 100 < 60)
                    .forEach(i -> opacity[i] = -1);
            RegionMask mask = new RegionMask(100, 100, opacity);
            RegionSize size = new RegionSize(
                    1600,
                    OptionalDouble.of(400),
                    OptionalDouble.of(12000),
                    Optional.of(new RegionStatistics(1600, 0, 3.5, 2.1, 0, 9)),
                    "HU");
            return new FoundRegions(
                    List.of(new FoundRegion(LIVER, Optional.of(mask), mask.outlines(), Optional.of(size))), List.of());
        }
    }

    private void settle() {
        room.settle();
    }
}
