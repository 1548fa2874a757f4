package org.candela.displayqa.watch;

import static org.candela.displayqa.watch.WatchDesk.LEFT;
import static org.candela.displayqa.watch.WatchDesk.RIGHT;
import static org.candela.displayqa.watch.WatchDesk.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.candela.calibration.GammaRamp;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LutRestorerTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WatchDesk desk;

    @BeforeEach
    void calibrateRight() throws Exception {
        desk = new WatchDesk(folder);
        desk.calibrate(RIGHT);
        desk.loads.clear();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    // [utest->req~displayqa.lut-restored~1]
    @Test
    void theReaderRestoresWhatWasReplacedAndNothingElse() throws Exception {
        desk.ramps.put(LEFT, WARM);
        desk.ramps.put(RIGHT, WARM);
        desk.watchdog.look(WatchCause.CLOCK);

        assertEquals(List.of(), desk.restorer.restore());

        assertEquals(List.of("DP-2"), desk.loads, "a display without a table is left alone");
        assertTrue(desk.watchdog.alarm(RIGHT.id()).isEmpty());
        WatchEvent last = desk.book.history(RIGHT.id()).get(1);
        assertEquals(Event.ALL_CLEAR, last.event());
        assertEquals(WatchCause.READER, last.cause());
    }

    // [utest->req~displayqa.lut-restored~1]
    @Test
    void aLookNeverRestoresAnything() {
        desk.ramps.put(RIGHT, WARM);

        for (WatchCause cause : List.of(WatchCause.CLOCK, WatchCause.FOCUS, WatchCause.RUN)) {
            desk.watchdog.look(cause);
        }

        assertEquals(List.of(), desk.loads);
        assertEquals(WARM, desk.ramps.get(RIGHT));
    }

    // [utest->req~displayqa.lut-restored~1]
    @Test
    void afterAResumeItIsRestoredAndBothAlarmAndAllClearAreKept() throws Exception {
        desk.ramps.put(RIGHT, WARM);

        desk.restorer.restoreAfter(WatchCause.RESUME);

        assertEquals(GammaRamp.identity(256), desk.ramps.get(RIGHT));
        assertEquals(
                List.of(Event.ALARM, Event.ALL_CLEAR),
                desk.book.history(RIGHT.id()).stream().map(WatchEvent::event).toList());
    }

    // [utest->req~displayqa.lut-restored~1]
    @Test
    void aProgramThatAlwaysAnswersIsLeftToItsWill() {
        for (int i = 0; i < 3 * LutRestorer.MOST_A_MINUTE; i++) {
            desk.ramps.put(RIGHT, WARM);
            desk.restorer.restoreAfter(WatchCause.DISPLAYS_CHANGED);
        }
        assertEquals(LutRestorer.MOST_A_MINUTE, desk.loads.size());
        assertTrue(desk.watchdog.alarm(RIGHT.id()).isPresent(), "the alarm stays");

        desk.pass(Duration.ofSeconds(61));
        desk.restorer.restoreAfter(WatchCause.DISPLAYS_CHANGED);

        assertTrue(desk.watchdog.alarm(RIGHT.id()).isEmpty());
    }

    // [utest->req~displayqa.lut-restored~1]
    @Test
    void aGraphicsLutOfAnotherSizeStaysFlagged() throws Exception {
        desk.ramps.put(RIGHT, GammaRamp.identity(1024));

        assertEquals(List.of(RIGHT.id()), desk.restorer.restore());

        assertTrue(desk.watchdog.alarm(RIGHT.id()).orElseThrow().contains("1024 entries"));
    }
}
