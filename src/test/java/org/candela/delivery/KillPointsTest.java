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
 * A shift that dictates, signs and delivers ends at random instants. {@code -Dcandela.kills=10000} for as many. At one
 * instant in a hundred, or more often, it is really killed; the others are looked at as what a kill would have left. Every second
 * shift is sealed.
 */
// [utest->req~delivery.kill-points~1]
class KillPointsTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillPointsTest.class);
    private static final int OF_ONE_SHIFT = 100;
    private static final int USUAL = 60;
    private static final int LONGEST_PAUSE_MILLIS = 25;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whereverAShiftEndsNothingSaidOrSignedIsLostOrDoubled() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "whether a process stands is read from /proc");
        int wanted = Integer.getInteger("candela.kills", USUAL);
        int ofOneShift = Math.min(OF_ONE_SHIFT, wanted / 2);
        Random random = new Random(29);
        int points = 0;
        int kills = 0;
        int reports = 0;
        while (points < wanted) {
            try (KilledShift shift =
                    KilledShift.start(new ShiftHome(folder.resolve("shift-" + kills), kills % 2 == 1))) {
                for (int i = 1; i < ofOneShift && points < wanted - 1; i++) {
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
