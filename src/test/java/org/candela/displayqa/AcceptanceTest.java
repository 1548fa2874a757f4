package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.RunFindings.Judged;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance tests of simulated displays, two side by side, by each family of standards. */
class AcceptanceTest {
    private static final String UNKNOWN = "the standard's number is not known here";
    private static final DisplayDevice LEFT = Bench.DISPLAY;
    private static final DisplayDevice RIGHT = new DisplayDevice(
            "DP-2",
            Optional.of(new Edid("CDL", 0x0D1A, 2, "VIRT DIAG R", "VIRT-1002", 325, 433, 2026)),
            new Place(1536, 0, 1536, 2048));

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    private final SimulatedMonitor left = SimulatedMonitor.typical(7);
    private final SimulatedMonitor right = SimulatedMonitor.typical(8);
    private double lux = 40;
    private Luminance ambient = new Luminance(0.2);
    private Duration age = Duration.ZERO;
    private boolean isColourSeen = true;
    private MeterPlacement placement = (row, column) -> left.lookAt(0.1 + 0.4 * column, 0.1 + 0.4 * row);

    // [utest->req~displayqa.acceptance-passes~1]
    // [utest->req~displayqa.room-illuminance~1]
    // [utest->req~displayqa.white-within~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acr-aapm-siim-primary",
                "tg18-primary",
                "din-6868-157-iii",
                "jesra-1a",
                "ranzcr-general",
                "nyc-pdm"
            })
    void anAcceptanceTestOfGoodDisplaysPassesByEachStandardWhoseNumbersAreKnown(String id) throws Exception {
        calibrateBoth(profile(id));

        StoredRun run = accept(profile(id));

        assertEquals(
                Assessment.PASS, run.overall(), RunFindings.of(run).judged().toString());
    }

    // [utest->req~displayqa.why-not-assessed~1]
    @ParameterizedTest
    @ValueSource(strings = {"tg270-diagnostic", "iec-62563-2", "mqsa"})
    void whereNumbersAreUnknownOnlyTheseStayNotAssessedAndTheRecordSaysWhy(String id) throws Exception {
        calibrateBoth(profile("acr-aapm-siim-primary"));
        lux = 18; // MQSA by one manual: at most 20

        StoredRun run = accept(profile(id));

        assertEquals(Assessment.NOT_ASSESSED, run.overall());
        for (Judged row : RunFindings.of(run).judged()) {
            boolean isKnown = !Double.isNaN(row.limit().bound());
            assertEquals(isKnown ? Assessment.PASS : Assessment.NOT_ASSESSED, row.result(), row.toString());
            assertEquals(isKnown ? "" : UNKNOWN, row.why(), row.toString());
        }
    }

    // [utest->req~displayqa.acceptance-passes~1]
    @ParameterizedTest
    @CsvSource({
        "acr-aapm-siim-primary, MAXIMUM_LUMINANCE, ≥, DIM",
        "acr-aapm-siim-primary, MINIMUM_LUMINANCE, ≥, NO_AMBIENT",
        "acr-aapm-siim-primary, LUMINANCE_RATIO, ≥, BRIGHT_ROOM",
        "acr-aapm-siim-primary, AMBIENT_RATIO, ≤, BRIGHT_ROOM",
        "acr-aapm-siim-primary, CONTRAST_DEVIATION, ≤, OTHER_GAMMA",
        "acr-aapm-siim-primary, NON_UNIFORMITY, ≤, DIM_CORNER",
        "acr-aapm-siim-primary, ROOM_ILLUMINANCE, ≤, MANY_LUX",
        "acr-aapm-siim-primary, ROOM_ILLUMINANCE, ≥, FEW_LUX",
        "tg18-primary, NON_UNIFORMITY, ≤, DIM_CORNER",
        "tg18-primary, BETWEEN_DISPLAYS, ≤, DIM",
        "tg18-primary, WHITE_COLOUR_WITHIN, ≤, YELLOW_CORNER",
        "tg18-primary, WHITE_COLOUR_BETWEEN, ≤, YELLOW",
        "jesra-1a, NON_UNIFORMITY, ≤, DIM_CORNER",
        "din-6868-157-iii, BETWEEN_DISPLAYS, <, VERY_DIM"
    })
    void aBadPanelOrRoomFailsTheLimitThatItBreaks(String id, Quantity quantity, String operator, Flaw flaw)
            throws Exception {
        calibrateBoth(profile(id));
        make(flaw);

        StoredRun run = accept(profile(id));

        assertEquals(Assessment.FAIL, run.overall());
        assertEquals(
                Assessment.FAIL,
                row(run, quantity, operator).result(),
                row(run, quantity, operator).toString());
    }

    // [utest->req~displayqa.white-within~1]
    @Test
    void aMeterWithoutColourLeavesColourNotAssessedAndSaysWhy() throws Exception {
        calibrateBoth(profile("tg18-primary"));
        isColourSeen = false;

        StoredRun run = accept(profile("tg18-primary"));

        assertEquals(Assessment.NOT_ASSESSED, run.overall());
        assertEquals(
                "the meter sees no colour",
                row(run, Quantity.WHITE_COLOUR_WITHIN, "≤").why());
        assertEquals(
                "white was measured without colour",
                row(run, Quantity.WHITE_COLOUR_BETWEEN, "≤").why());
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void lightOfTheRoomThatWasMeasuredOnAnEarlierDayIsNotAssessed() throws Exception {
        CalibrationProfile acr = profile("acr-aapm-siim-primary");
        calibrateBoth(acr);
        age = Duration.ofHours(23);
        assertEquals(Assessment.PASS, accept(acr).overall());

        age = Duration.ofHours(25);
        StoredRun run = accept(acr);

        assertEquals(Assessment.NOT_ASSESSED, run.overall());
        assertEquals(
                "was measured on an earlier day",
                row(run, Quantity.ROOM_ILLUMINANCE, "≤").why());
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void theRecordSaysHowTheLightOfTheRoomIsKnown() throws Exception {
        calibrateBoth(profile("acr-aapm-siim-primary"));

        String conditions = accept(profile("acr-aapm-siim-primary"))
                .recordTree()
                .path("conditions")
                .path("illuminance")
                .toString();

        assertEquals(
                "{\"lux\":40.0,\"source\":\"PROVIDED\",\"at\":\"2026-11-24T01:30:00Z\",\"by\":\"Make Lux 7\"}",
                conditions);
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void aBrightRoomKeepsNoTableFromBeingMade() throws Exception {
        lux = 500;

        StoredRun run = desk.qa()
                .calibrate(session(LEFT, left, profile("acr-aapm-siim-primary")), new Cancellation(), QaProgress.NONE);

        assertEquals(Assessment.PASS, run.overall());
    }

    private enum Flaw {
        DIM,
        VERY_DIM,
        NO_AMBIENT,
        BRIGHT_ROOM,
        OTHER_GAMMA,
        DIM_CORNER,
        MANY_LUX,
        FEW_LUX,
        YELLOW_CORNER,
        YELLOW
    }

    private void make(Flaw flaw) {
        MeterPlacement usual = placement;
        switch (flaw) {
            case DIM -> left.age(0.88);
            case VERY_DIM -> left.age(0.75);
            case NO_AMBIENT -> ambient = Luminance.ZERO;
            case BRIGHT_ROOM -> ambient = new Luminance(1);
            case OTHER_GAMMA -> left.settings().turn(VcpFeature.GAMMA, 80);
            case MANY_LUX -> lux = 100;
            case FEW_LUX -> lux = 10;
            case YELLOW -> left.settings().turn(VcpFeature.BLUE_GAIN, 70);
            case DIM_CORNER ->
                placement = (row, column) -> {
                    usual.place(row, column);
                    left.age(row == 2 && column == 2 ? 0.7 : 1);
                };
            case YELLOW_CORNER ->
                placement = (row, column) -> {
                    usual.place(row, column);
                    left.settings().turn(VcpFeature.BLUE_GAIN, row == 2 && column == 2 ? 70 : 100);
                };
        }
    }

    private void calibrateBoth(CalibrationProfile profile) throws Exception {
        for (QaSession session : List.of(session(RIGHT, right, profile), session(LEFT, left, profile))) {
            StoredRun made = desk.qa().calibrate(session, new Cancellation(), QaProgress.NONE);
            assertNotEquals(Assessment.FAIL, made.overall(), () -> RunFindings.of(made)
                    .judged()
                    .toString());
        }
    }

    private StoredRun accept(CalibrationProfile profile) throws Exception {
        left.lookAt(0.5, 0.5);
        return desk.qa()
                .test(
                        session(LEFT, left, profile),
                        TestPlan.usual(QaKind.ACCEPTANCE),
                        new TestRun.Hands(new Cancellation(), QaProgress.NONE, placement));
    }

    private QaSession session(DisplayDevice display, SimulatedMonitor monitor, CalibrationProfile profile) {
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);
        TestBench.Room room = new TestBench.Room(ambient, TestBench.AmbientSource.PROVIDED)
                .lit(Optional.of(new RoomIlluminance(
                        new Illuminance(lux), TestBench.AmbientSource.PROVIDED, Bench.NOW.minus(age), "Make Lux 7")));
        TestBench bench = new TestBench(
                monitor::show,
                isColourSeen ? meter : new Grey(meter),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                room);
        return new QaSession(display, bench, List.of(profile), Bench.NOW.minus(Duration.ofHours(1)), "reader");
    }

    /** A meter that sees luminance alone. */
    private record Grey(Photometer meter) implements Photometer {
        @Override
        public Identity identity() {
            return meter.identity();
        }

        @Override
        public Luminance read() throws DeviceException {
            return meter.read();
        }
    }

    private static Judged row(StoredRun run, Quantity quantity, String operator) {
        List<Judged> rows = RunFindings.of(run).judged().stream()
                .filter(row -> row.limit().quantity() == quantity
                        && row.limit().operator().equals(operator))
                .toList();
        assertTrue(
                !rows.isEmpty(),
                quantity + " " + operator + " in " + RunFindings.of(run).judged());
        return rows.get(0);
    }

    private static CalibrationProfile profile(String id) throws Exception {
        return CalibrationProfile.shipped(id.startsWith("din") ? id + "-rk1" : id);
    }
}
