package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of 30 frames at 40 ms, ticked by hand. */
class CineTest {
    private static final LoadedFrame FRAME =
            TestImages.cineFrame(TestImages.slice(11, 11, new int[121]), Duration.ofMillis(40));

    private SessionRoom room;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(FRAME));
        room.open();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    // [utest->req~viewer.cine-control~1]
    @Test
    void aRangeIsPlayedForthAndBackAtTheRateOfTheReader() {
        viewport().scrollTo(4);
        room.run(ViewerAction.CINE_BEGIN);
        viewport().scrollTo(6);
        room.run(ViewerAction.CINE_END);
        room.run(ViewerAction.CINE_COURSE);
        room.run(ViewerAction.CINE_FASTER);
        viewport().scrollTo(4);
        room.run(ViewerAction.CINE);

        assertEquals(List.of(5, 6, 5, 4, 5), play(5));
        assertEquals(30, room.session.cine().rate().imagesPerSecond());
        assertEquals(Duration.ofNanos(33_333_333), room.scheduler.periods.get(0));
    }

    @Test
    void theRateCanBeChangedWhilePlayingAndIsForgottenWithTheStack() {
        room.run(ViewerAction.CINE);
        room.run(ViewerAction.CINE_SLOWER);

        assertEquals(List.of(Duration.ofMillis(40), Duration.ofMillis(50)), room.scheduler.periods);
        room.session.close();
        room.open();
        room.run(ViewerAction.CINE);
        assertEquals(Duration.ofMillis(40), room.scheduler.periods.get(2));
    }

    // [utest->req~viewer.cine-late~1]
    @Test
    void aFrameThatIsNotOnTheScreenInTimeHoldsUpTheNextAndIsCounted() {
        boolean[] isSeen = {true};
        viewport().seenBy(() -> isSeen[0]);
        room.run(ViewerAction.CINE);
        play(1);

        isSeen[0] = false;
        assertEquals(List.of(1, 1), play(2));
        isSeen[0] = true;
        assertEquals(List.of(2), play(1));

        assertEquals(2, room.session.cine().playback().lateCount());
        assertEquals(0.5, room.session.cine().playback().share());
    }

    @Test
    void itStopsWithTheCase() {
        room.run(ViewerAction.CINE);

        room.session.close();

        assertFalse(room.session.cine().isPlaying());
    }

    private List<Integer> play(int ticks) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            room.scheduler.tick();
            seen.add(viewport().frameIndex());
        }
        return seen;
    }

    private Viewport viewport() {
        return room.session.activeViewport();
    }
}
