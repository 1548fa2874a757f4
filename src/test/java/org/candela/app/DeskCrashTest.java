package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.candela.DeskHeads;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole desk dies, or sleeps, in the midst of scrolling, measuring and writing. */
// [utest->req~app.kill~1]
// [utest->req~viewer.hanging-kept~1]
// [utest->req~viewer.annotations-autosaved~2]
class DeskCrashTest {
    private static final Clock CLOCK = Clock.systemUTC();
    /** What the last moments before a crash may cost. */
    private static final Duration AUTOSAVE = Duration.ofSeconds(2);

    private static final int ROUNDS = 8;

    @TempDir
    private static Path folder;

    private static Executors served;
    private static DemoFacility facility;
    private static KilledHome prepared;

    @BeforeAll
    static void prepare() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        served = new Executors();
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("MR", folder);
        facility = DemoFacility.start(
                DemoFacility.Settings.of(studies.get(0).facility(), "Clinic", folder, studies), served.io(), CLOCK);
        prepared =
                KilledHome.prepare(folder.resolve("home"), VirtualDesk.ownDesk().orElseThrow());
    }

    @AfterAll
    static void leaveTheDeskAsItWas() throws Exception {
        if (prepared != null) {
            prepared.close();
            facility.close();
            served.close();
        }
    }

    @Test
    void layoutSliceMarksKeyImagesAndWordsAreThereAfterAKillInTheMidstOfReading() throws Exception {
        Path home = prepared.copyTo(folder.resolve("killed"), facility.facility());
        String laid;
        int[] due;
        int[] last;
        try (ReaderProcess reader = start(home)) {
            laid = layOut(reader);
            reader.order(KillableWorkstation.WORK);
            for (int round = 0; round < ROUNDS; round++) {
                reader.await(KillableReading.AT);
            }
            long deadline = System.nanoTime() - AUTOSAVE.toNanos();
            reader.kill();
            due = numbers(reader.lastBefore(KillableReading.AT, deadline));
            last = numbers(reader.lastBefore(KillableReading.AT, Long.MAX_VALUE));
        }

        try (ReaderProcess reader = start(home)) {
            reader.order(KillableWorkstation.REOPEN);
            reader.await(KillableWorkstation.OPENED);
            reader.order(KillableWorkstation.LOOK);
            assertEquals(laid, reader.await(KillableReading.LAID));
            int[] found = numbers(reader.await(KillableReading.AT));

            String told = "due " + text(due) + ", last " + text(last) + ", found " + text(found);
            assertTrue(due[1] > 0 && due[3] > 0, "killed too early: " + told);
            for (int i = 0; i < due.length; i++) {
                // One key may have been done and not yet told when the process died.
                assertTrue(found[i] >= due[i] && found[i] <= last[i] + 1, told);
            }
        }
    }

    /** An honest stand-in for a machine that sleeps: the process is stopped, its clock jumps, its monitors went and came. */
    @Test
    void aDeskThatSleptWhileItsMonitorsWentGoesOnWhereItWas() throws Exception {
        DeskHeads heads = new DeskHeads(VirtualDesk.ownDesk().orElseThrow());
        Path home = prepared.copyTo(folder.resolve("slept"), facility.facility());
        try (ReaderProcess reader = start(home)) {
            String laid = layOut(reader);
            int[] before = numbers(reader.lastBefore(KillableReading.AT, Long.MAX_VALUE));

            reader.signal("STOP");
            heads.unplug("DUMMY0", "DUMMY1");
            heads.plugAllIn();
            reader.signal("CONT");

            reader.order(KillableWorkstation.LOOK);
            assertEquals(laid, reader.await(KillableReading.LAID));
            assertEquals(text(before), text(numbers(reader.await(KillableReading.AT))));
            reader.order(KillableWorkstation.WORK);
            int[] after = before;
            while (after[0] == before[0] || after[1] == before[1] || after[3] == before[3]) {
                after = numbers(reader.await(KillableReading.AT));
            }
        }
    }

    private static ReaderProcess start(Path home) throws Exception {
        return ReaderProcess.start(home, VirtualDesk.ownDesk().orElseThrow());
    }

    private static String layOut(ReaderProcess reader) throws Exception {
        reader.order(KillableWorkstation.OPEN_NEXT);
        reader.await(KillableWorkstation.OPENED);
        reader.order(KillableWorkstation.LAY);
        String laid = reader.await(KillableReading.LAID);
        reader.await(KillableReading.AT);
        return laid;
    }

    private static int[] numbers(String line) {
        return Stream.of(line.strip().split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static String text(int[] numbers) {
        return java.util.Arrays.toString(numbers);
    }
}
