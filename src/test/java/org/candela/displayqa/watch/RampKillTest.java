package org.candela.displayqa.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candela.VirtualDesk;
import org.candela.audit.AuditLog;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.watch.KillableCalibration.Moment;
import org.candela.displayqa.watch.LutWatchdog.State;
import org.candela.displayqa.watch.RampRecovery.Outcome;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real SIGKILL amid a calibration on a real X server, and what the next start makes of the ramp that was left. */
class RampKillTest {
    /** 128 and the number of SIGKILL, as the JDK tells it. */
    private static final int KILLED = 137;

    private static final long PATIENCE_SECONDS = 60;
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RandrDriver driver;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayDevice left;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayDevice right;

    /** Each head gets a ramp of its own before, so that one cannot be taken for the other. */
    @BeforeEach
    void aDeskWithRampsOfItsOwn() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        driver = RandrDriver.open(display()).orElseThrow();
        left = driver.displays().get(0);
        right = driver.displays().get(1);
        gamma(left, "1:1:0.9");
        gamma(right, "1:0.8:0.7");
    }

    @AfterEach
    void neutralAgain() throws Exception {
        if (VirtualDesk.ownDesk().isPresent()) {
            gamma(left, "1:1:1");
            gamma(right, "1:1:1");
            driver.close();
        }
    }

    // [utest->req~displayqa.ramp-journal~1]
    @ParameterizedTest(name = "killed {0}: {1}")
    @CsvSource({
        "BEFORE_THE_FIRST_LOAD, AS_FOUND",
        "AMID_READINGS, PUT_BACK",
        "BEFORE_PUTTING_BACK, PUT_BACK",
        "AFTER_PUTTING_BACK, AS_FOUND"
    })
    void killedInACalibrationTheRampFoundIsThereAfterTheNextStart(Moment moment, Outcome expected) throws Exception {
        GammaRamp foundLeft = driver.read(left);
        GammaRamp foundRight = driver.read(right);
        assertNotEquals(foundLeft, foundRight);

        killAt(moment);
        assertEquals(expected == Outcome.AS_FOUND ? foundRight : NEUTRAL, driver.read(right), "what the kill left");

        assertEquals(expected, restart());
        assertEquals(foundRight, driver.read(right));
        assertEquals(foundLeft, driver.read(left));
        assertEquals(Outcome.NOTHING_LEFT, restart());
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedAfterACalibrationTheTableHasItsRampAndTheRampFoundComesBackAtTheEnd() throws Exception {
        GammaRamp found = driver.read(right);

        killAt(Moment.DONE);

        try (Next next = new Next()) {
            assertEquals(Outcome.LEFT_TO_TABLE, next.recovery.recover(right));
            assertEquals(State.INTACT, next.watchdog.look(WatchCause.START, right));
            next.lut.close();
        }
        assertEquals(found, driver.read(right));
    }

    /** Eight bits, as light tells: κδ of some 6 %, within the limit of the profile. */
    // [utest->req~displayqa.ramp-journal~1]
    // [utest->req~displayqa.holder~1]
    @Test
    void killedWithTheTableInTheGraphicsLutItsRampIsKnownWatchedAndRestored() throws Exception {
        GammaRamp found = driver.read(right);

        killAt(Moment.DONE_IN_THE_GRAPHICS_LUT);
        GammaRamp table = driver.read(right);
        assertNotEquals(NEUTRAL, table);
        assertNotEquals(found, table);

        try (Next next = new Next()) {
            assertEquals(
                    table.sha256(),
                    next.ledger.activeLut(right.id()).orElseThrow().rampSha256());
            assertEquals(Outcome.LEFT_TO_TABLE, next.recovery.recover(right));
            assertEquals(State.INTACT, next.watchdog.look(WatchCause.START, right));
            gamma(right, "1:1:1");
            assertEquals(State.REPLACED, next.watchdog.look(WatchCause.CLOCK, right), "neutral is a foreign ramp now");
            next.restorer.restoreAfter(WatchCause.START);
            assertEquals(table, driver.read(right));
            next.lut.close();
        }
        assertEquals(found, driver.read(right));
    }

    // [utest->req~displayqa.ramp-journal~1]
    // [utest->req~displayqa.lut-restored~1]
    @Test
    void killedAndThenResetByAnotherProgramTheTablesRampIsRestoredAtTheStartAndBothAreKept() throws Exception {
        killAt(Moment.DONE);
        gamma(right, "0.6:0.6:0.6");

        try (Next next = new Next()) {
            assertEquals(Outcome.LEFT_TO_TABLE, next.recovery.recover(right));
            next.restorer.restoreAfter(WatchCause.START);

            assertEquals(State.INTACT, next.watchdog.look(WatchCause.CLOCK, right));
            assertEquals(NEUTRAL, driver.read(right));
            List<WatchEvent> kept = next.book.history(right.id());
            assertEquals(
                    List.of(WatchEvent.Event.NOTE, WatchEvent.Event.ALARM, WatchEvent.Event.ALL_CLEAR),
                    kept.stream().map(WatchEvent::event).toList());
        }
    }

    // [utest->req~displayqa.ramp-journal~1]
    @Test
    void killedWithoutATableAndThenChangedByAnotherProgramIsToldAndLeftAlone() throws Exception {
        killAt(Moment.AMID_READINGS);
        gamma(right, "0.6:0.6:0.6");
        GammaRamp others = driver.read(right);

        assertEquals(Outcome.FOREIGN, restart());

        assertEquals(others, driver.read(right));
    }

    private Outcome restart() throws Exception {
        try (Next next = new Next()) {
            return next.recovery.recover(right);
        }
    }

    /** The next start of the program on the same home. */
    private final class Next implements AutoCloseable {
        final Database database = Database.open(home.resolve("candela.db"), Clock.systemUTC());
        final QaLedger ledger = new QaLedger(database, new AuditLog());
        final RampJournal journal = new RampJournal(home.resolve("ramps"));
        final JournaledGraphicsLut lut = new JournaledGraphicsLut(driver, journal);
        final WatchBook book = new WatchBook(database, new AuditLog(), Clock.systemUTC());
        final RampRecovery recovery = new RampRecovery(lut, journal, ledger, book);
        final LutWatchdog watchdog =
                new LutWatchdog(new LutWatchdog.Watched(ledger, lut, () -> List.of(left, right)), book);
        final LutRestorer restorer = new LutRestorer(watchdog, Clock.systemUTC());

        Next() throws Exception {}

        @Override
        public void close() throws Exception {
            database.close();
        }
    }

    private void killAt(Moment moment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KillableCalibration.class.getName(),
                home.toString(),
                display(),
                moment.name());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> all = new ArrayList<>();
            Optional<String> stands = said.lines()
                    .peek(all::add)
                    .filter(line -> line.equals(KillableCalibration.STANDS + moment))
                    .findFirst();
            assertTrue(stands.isPresent(), "it ended before " + moment + ": " + all);
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "killed");
            assertEquals(KILLED, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Another program: xrandr, a client of its own. */
    private static void gamma(DisplayDevice head, String gamma) throws Exception {
        Process xrandr = new ProcessBuilder(
                        "xrandr", "--display", display(), "--output", head.connector(), "--gamma", gamma)
                .redirectErrorStream(true)
                .start();
        assertTrue(xrandr.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "xrandr");
        assertEquals(0, xrandr.exitValue());
    }

    private static String display() {
        return VirtualDesk.ownDesk().orElseThrow();
    }
}
