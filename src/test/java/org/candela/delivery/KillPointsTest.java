package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shift that dictates, signs and delivers ends at random instants. {@code -Dcandela.kills=10000} for as many; each hundred
 * ends with a real SIGKILL, the others with what one would have left.
 */
// [utest->req~delivery.kill-points~1]
class KillPointsTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillPointsTest.class);
    private static final int OF_ONE_SHIFT = 100;
    private static final int USUAL = 20;
    private static final int LONGEST_PAUSE_MILLIS = 25;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whereverAShiftEndsNothingSaidOrSignedIsLostOrDoubled() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "whether a process stands is read from /proc");
        int wanted = Integer.getInteger("candela.kills", USUAL);
        Random random = new Random(29);
        int points = 0;
        int kills = 0;
        int reports = 0;
        while (points < wanted) {
            try (KilledShift shift = KilledShift.start(folder.resolve("shift-" + kills))) {
                for (int i = 1; i < OF_ONE_SHIFT && points < wanted - 1; i++) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS * 1000));
                    shift.look(folder.resolve("copy"));
                    points++;
                }
                shift.kill();
                points++;
                kills++;
                reports += shift.reports();
            }
        }
        LOG.info("{} instants, {} of them real kills, {} reports signed", points, kills, reports);
        assertTrue(reports > 0, "a report was signed meanwhile");
    }
}
