package org.candela.displayqa.watch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepGapTest {
    @TempDir
    private Path folder;

    // [utest->req~displayqa.watchdog~1]
    @Test
    void aWallClockThatWentOnWithoutTheMonotonicOneMeansSleepOnce() throws Exception {
        try (WatchDesk desk = new WatchDesk(folder)) {
            AtomicLong nanos = new AtomicLong();
            SleepGap gap = new SleepGap(desk.clock(), nanos::get);

            desk.pass(Duration.ofSeconds(40));
            nanos.addAndGet(Duration.ofSeconds(40).toNanos());
            assertFalse(gap.hasSlept(), "awake");
            desk.pass(Duration.ofHours(8));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertTrue(gap.hasSlept(), "a night");
            desk.pass(Duration.ofSeconds(1));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertFalse(gap.hasSlept(), "told once");
            desk.pass(Duration.ofMillis(-1500));
            assertFalse(gap.hasSlept(), "a clock that network time sets back");
        }
    }
}
