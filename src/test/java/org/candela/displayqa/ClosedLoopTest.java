package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.image.DisplayLut;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calibrates simulated panels and measures what came of it, as on a bench. */
class ClosedLoopTest {
    private static final Luminance AMBIENT = new Luminance(0.2);
    private static final int SEEDS = 4;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    /** Done by the goal of 1.0 to 350 cd/m², ambient light included, read without noise. */
    // [utest->req~displayqa.closed-loop~1]
    @Test
    void anEightBitPanelOfGamma22ShowsAllGreysWithinTwoPercent() throws Exception {
        StoredRun run = calibratedAndTested(
                new SimulatedMonitor(new SimulatedMonitor.Panel(2.2, 0.8, 349.8, ChannelWeights.SRGB, 0), 1),
                CalibrationGoal.gsdf(new Luminance(350), 350));

        assertTrue(kappaDelta(run, 18) <= 0.02, "18 levels: " + kappaDelta(run, 18));
        assertTrue(kappaDelta(run, 52) <= 0.10, "52 levels: " + kappaDelta(run, 52));
        assertEquals(256, distinct(levels(run, 256)), "distinct luminances of 256 P-values");
    }

    /** As one of EIZO or Barco that its own agent calibrates: nothing is loaded, and it is in order as it is. */
    // [utest->req~displayqa.as-found~1]
    @Test
    void aPanelThatIsCalibratedAlreadyIsProvenAsFoundAndWatched() throws Exception {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.dicom().between(0.83, 365), 3);
        GammaRamp vendors = GammaRamp.grey(IntStream.range(0, 256)
                .map(input -> Math.max(0, input * 257 - 1))
                .toArray());
        monitor.load(vendors);
        QaSession session = session(
                monitor,
                CalibrationGoal.gsdf(new Luminance(360), 350),
                new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED));
        DisplayQa qa = new DisplayQa(ledger, Bench.CLOCK);

        StoredRun run = qa.testConstancy(session, new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED PASS", run.resultText());
        assertEquals(vendors, monitor.ramp(), "nothing was loaded");
        ActiveLut active = ledger.activeLut(run.display()).orElseThrow();
        assertEquals(DisplayLut.IDENTITY, active.lut());
        assertEquals(
                QaStanding.State.SIMULATED,
                QaStanding.of(ledger, run.display(), session.profile(), Bench.NOW)
                        .state());
        GraphicsLutKeeper keeper = new GraphicsLutKeeper(ledger, new SimulatedGraphicsLut(monitor));
        GammaRamp foreign = GammaRamp.grey(new int[256]);
        monitor.load(foreign);
        assertEquals(GraphicsLutKeeper.State.REPLACED, keeper.restore(Bench.DISPLAY));
        assertEquals(foreign, monitor.ramp(), "the one found cannot be made here, so none is loaded");
        assertEquals(Optional.empty(), ledger.firstFault());
    }

    // [utest->req~displayqa.as-found~1]
    @Test
    void aPanelThatNobodyCalibratedFailsAsFoundAndIsNotInForce() throws Exception {
        SimulatedMonitor monitor = SimulatedMonitor.typical(2);
        QaSession session = session(
                monitor,
                CalibrationGoal.gsdf(new Luminance(360), 350),
                new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED));

        StoredRun run = new DisplayQa(ledger, Bench.CLOCK).testConstancy(session, new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED FAIL", run.resultText());
        assertEquals(Optional.empty(), ledger.activeLut(run.display()));
    }

    // [utest->req~calibration.colour~1]
    @Test
    void theColourOfTheGreysIsInTheRecord() throws Exception {
        StoredRun run = calibratedAndTested(
                new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1), CalibrationGoal.gsdf(new Luminance(360), 350));

        JsonNode colours = run.view().findings("colours").findFirst().orElseThrow();
        assertTrue(colours.path("whiteFromD65").asDouble(1) < 0.003, "white is a sub-grey too: " + colours);
        double stray = colours.path("strayFromWhite").asDouble();
        assertTrue(stray > 0 && stray < 0.01, "sub-greys stray by a code or two: " + stray);
    }

    // [utest->req~displayqa.primaries~1]
    @Test
    void howTheColoursShareTheLightIsMeasured() throws Exception {
        ChannelWeights weights = new ChannelWeights(0.3, 0.6, 0.1);
        calibratedAndTested(
                new SimulatedMonitor(new SimulatedMonitor.Panel(2.2, 0.8, 420, weights, 0), 1),
                CalibrationGoal.gsdf(new Luminance(360), 350));

        JsonNode measured =
                ledger.run(1).orElseThrow().view().calibration().orElseThrow().path("weights");
        assertEquals(0.3, measured.path("red").asDouble(), 1e-9);
        assertEquals(0.6, measured.path("green").asDouble(), 1e-9);
        assertEquals(0.1, measured.path("blue").asDouble(), 1e-9);
    }

    static Stream<Arguments> panels() {
        return Stream.of(
                Arguments.of("gamma 1.8", SimulatedPanel.gamma(1.8)),
                Arguments.of("gamma 2.0", SimulatedPanel.gamma(2.0)),
                Arguments.of("gamma 2.4", SimulatedPanel.gamma(2.4)),
                Arguments.of("10 bit", SimulatedPanel.gamma(2.2).withBits(10)),
                Arguments.of("DICOM preset", SimulatedPanel.dicom()),
                Arguments.of("OLED", SimulatedPanel.oled()));
    }

    // [utest->req~displayqa.closed-loop~1]
    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void otherPanelsDoAsWell(String name, SimulatedPanel panel) throws Exception {
        StoredRun run =
                calibratedAndTested(new SimulatedMonitor(panel, 3), CalibrationGoal.gsdf(new Luminance(360), 350));

        assertTrue(kappaDelta(run, 18) <= 0.02, name + ": " + kappaDelta(run, 18));
        assertTrue(kappaDelta(run, 52) <= 0.10, name + ": " + kappaDelta(run, 52));
        assertEquals(256, distinct(levels(run, 256)), name);
    }

    /** Readings scatter by 0.1 %. The greys of 8 bits fall between the codes of 10, which is no noise and stays. */
    // [utest->req~displayqa.noise~1]
    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void noiseOfTheMeterIsAveragedAway(String name, SimulatedPanel panel) throws Exception {
        double sum = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedMonitor monitor = new SimulatedMonitor(panel.withWear(SimulatedPanel.Wear.USUAL), seed);
            QaSession session = session(
                    monitor,
                    CalibrationGoal.gsdf(new Luminance(360), 350),
                    new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED));

            double kappaDelta = kappaDelta(calibrate(session), 18);

            assertTrue(kappaDelta <= (panel.bits() == 10 ? 0.022 : 0.02), name + ", seed " + seed + ": " + kappaDelta);
            sum += kappaDelta;
        }
        assertTrue(sum / SEEDS <= (panel.bits() == 10 ? 0.018 : 0.012), name + ": " + sum / SEEDS);
    }

    /** Figures of docs/display-qa.md, section 8: about 430 readings of 110 patches. */
    // [utest->req~displayqa.noise~1]
    @Test
    void aCalibrationTakesNoMoreReadingsThanThePageSays() throws Exception {
        SimulatedMonitor monitor =
                new SimulatedMonitor(SimulatedPanel.gamma(2.2).withWear(SimulatedPanel.Wear.USUAL), 1);
        StoredRun run = calibrate(session(
                monitor,
                CalibrationGoal.gsdf(new Luminance(360), 350),
                new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED)));

        int readings = run.recordTree().path("readings").size();
        assertTrue(readings > 380 && readings < 480, "readings: " + readings);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 1})
    void roomLightIsPartOfTheTarget(double ambient) throws Exception {
        TestBench.Room room = new TestBench.Room(new Luminance(ambient), TestBench.AmbientSource.DEFAULT);
        SimulatedMonitor monitor =
                new SimulatedMonitor(new SimulatedMonitor.Panel(2.2, 0.05, 420, ChannelWeights.SRGB, 0), 5);

        StoredRun run = calibratedAndTested(monitor, CalibrationGoal.gsdf(new Luminance(400), 350), room);

        JsonNode levels = levels(run, 18).path("levels");
        assertEquals(400.0 / 350, levels.path(0).path("seenCdPerM2").asDouble(), 0.02);
        assertTrue(kappaDelta(run, 18) <= 0.03, "18 levels: " + kappaDelta(run, 18));
    }

    private StoredRun calibratedAndTested(SimulatedMonitor monitor, CalibrationGoal goal) throws CandelaException {
        return calibratedAndTested(monitor, goal, new TestBench.Room(AMBIENT, TestBench.AmbientSource.PROVIDED));
    }

    private StoredRun calibratedAndTested(SimulatedMonitor monitor, CalibrationGoal goal, TestBench.Room room)
            throws CandelaException {
        QaSession session = session(monitor, goal, room);
        calibrate(session);
        StoredRun run = test(session);
        return run;
    }

    private StoredRun calibrate(QaSession session) throws CandelaException {
        return new DisplayQa(ledger, Bench.CLOCK).calibrate(session, new Cancellation(), QaProgress.NONE);
    }

    private StoredRun test(QaSession session) throws CandelaException {
        TestPlan plan = TestPlan.usual(QaKind.ACCEPTANCE)
                .of(List.of(new TestPart.Levels(18), new TestPart.Levels(52), new TestPart.Levels(256)));
        return new DisplayQa(ledger, Bench.CLOCK)
                .test(session, plan, new TestRun.Hands(new Cancellation(), QaProgress.NONE, MeterPlacement.NOWHERE));
    }

    private static JsonNode levels(StoredRun run, int count) {
        return run.view()
                .findings("levels")
                .filter(levels -> levels.path("count").asInt() == count)
                .findFirst()
                .orElseThrow();
    }

    private static double kappaDelta(StoredRun run, int count) {
        return levels(run, count).path("kappaDelta").asDouble();
    }

    private static int distinct(JsonNode levels) {
        Set<Double> seen = new HashSet<>();
        levels.path("levels")
                .forEach(level -> seen.add(level.path("seenCdPerM2").asDouble()));
        return seen.size();
    }

    private static QaSession session(SimulatedMonitor monitor, CalibrationGoal goal, TestBench.Room room)
            throws CandelaException {
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), Bench.DISPLAY),
                room);
        CalibrationProfile usual = CalibrationProfile.shipped("acr-aapm-siim-other");
        CalibrationProfile profile = new CalibrationProfile(
                usual.id(),
                usual.title(),
                usual.standard(),
                usual.edition(),
                goal,
                usual.schedule(),
                usual.limits(),
                usual.sha256());
        return new QaSession(Bench.DISPLAY, bench, List.of(profile), Bench.NOW.minus(Duration.ofHours(1)), "test");
    }
}
