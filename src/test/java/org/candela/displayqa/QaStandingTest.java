package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Quantity;
import org.candela.displayqa.QaStanding.State;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QaStandingTest {
    private static final String USUAL = "acr-aapm-siim-primary";
    private static final String STRICTER = "acr-aapm-siim-mammography";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Optional<LocalDate> NEXT_YEAR = Optional.of(LocalDate.of(2027, 11, 24));

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    private final Bench bench = new Bench();

    // [utest->req~displayqa.standing~1]
    // [utest->req~displayqa.gate~1]
    @Test
    void aDisplayThatWasNeverCalibratedBlocks() throws Exception {
        assertStanding(State.NEVER_CALIBRATED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.standing~1]
    // [utest->req~displayqa.gate~1]
    @Test
    void aDisplayInOrderIsReadyUntilItIsDue() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);

        assertStanding(State.IN_ORDER, Status.READY, YEAR);
        assertStanding(State.OVERDUE, Status.BLOCKED, YEAR.plusSeconds(1));
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aSimulatedCalibrationWarnsAndSaysSo() throws Exception {
        desk.qa().calibrate(bench.session(), new Cancellation(), QaProgress.NONE);

        ReadinessItem item = assertStanding(State.SIMULATED, Status.WARNING, Duration.ZERO);

        assertTrue(item.reason().contains("SIMULATED"), item.reason());
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aSimulatedCheckAfterARealCalibrationStillWarns() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        desk.qa().checkQuickly(bench.session(), new Cancellation());

        assertStanding(State.SIMULATED, Status.WARNING, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aFailedConstancyTestBlocksEvenAfterAQuickCheckThatPasses() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(0.9);
        desk.qa().testConstancy(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(1);
        desk.qa().checkQuickly(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation());

        assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aMeterWithoutACertificateLeavesTheDisplayNotAssessed() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(Optional.empty()), new Cancellation(), QaProgress.NONE);

        assertStanding(State.NOT_ASSESSED, Status.NOT_ASSESSED, Duration.ZERO);
    }

    // [utest->req~displayqa.gate~1]
    @Test
    void aFailedQuickCheckBlocks() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.testBench().ramp().load(Bench.FOUND);
        desk.qa().checkQuickly(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation());

        assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void aStandardAddedAfterTheRunIsJudgedNowAndNothingIsWritten() throws Exception {
        StoredRun run = desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);

        QaStanding stricter = standing(profile(STRICTER), Duration.ZERO);

        assertEquals(State.FAILED, stricter.state());
        assertEquals(
                "Calibration and conformance of 2026-11-24 failed: L'max, cd/m² " + whiteOf(run)
                        + ", limit ≥ 420.0 (" + profile(STRICTER).title() + "; "
                        + profile(STRICTER).edition() + ").",
                stricter.reason());
        assertEquals(State.IN_ORDER, standing(profile(USUAL), Duration.ZERO).state());
        assertEquals(List.of(), desk.ledger().about(run), "the gate writes nothing");
        assertEquals(run, desk.ledger().head().orElseThrow());
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void aStandardWhoseOwnIntervalHasPassedIsOverdueAloneAndItsNameIsSaid() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        CalibrationProfile usual = profile(USUAL);
        CalibrationProfile monthly = new CalibrationProfile(
                "monthly",
                "Monthly standard",
                usual.standard(),
                usual.edition(),
                usual.goal(),
                new CalibrationProfile.Schedule(usual.schedule().warmUp(), Duration.ofDays(31), List.of()),
                usual.limits(),
                usual.sha256());

        QaStanding afterTwoMonths = standing(monthly, Duration.ofDays(62));

        assertEquals(State.OVERDUE, afterTwoMonths.state());
        assertTrue(afterTwoMonths.reason().endsWith("by Monthly standard."), afterTwoMonths.reason());
        assertEquals(State.IN_ORDER, standing(usual, Duration.ofDays(62)).state());
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void anUnevenScreenBlocksOnlyWhereTheStandardLimitsThat() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        desk.qa()
                .testUniformity(
                        bench.sessionWithMeterDue(NEXT_YEAR),
                        (row, column) -> bench.monitor.age(row == 0 && column == 1 ? 0.6 : 1),
                        new Cancellation());
        bench.monitor.age(1);

        assertEquals(State.FAILED, standing(profile(USUAL), Duration.ZERO).state(), "nine places");
        assertEquals(
                State.IN_ORDER,
                standing(without(Quantity.BETWEEN_DISPLAYS, profile("jesra-1a")), Duration.ZERO)
                        .state(),
                "five places see nothing of it");
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void aFailedQuickCheckStaysFailedAfterAnEvenScreenWasMeasured() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        bench.monitor.age(0.9);
        desk.qa().checkQuickly(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation());
        bench.monitor.age(1);
        desk.qa().testUniformity(bench.sessionWithMeterDue(NEXT_YEAR), MeterPlacement.NOWHERE, new Cancellation());

        assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void anUnevenAcceptanceTestBlocksEvenAfterAConstancyTestThatPasses() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        MeterPlacement dimTop = (row, column) -> bench.monitor.age(row == 0 ? 0.6 : 1);
        desk.qa()
                .test(
                        bench.sessionWithMeterDue(NEXT_YEAR),
                        TestPlan.usual(QaKind.ACCEPTANCE),
                        new TestRun.Hands(new Cancellation(), QaProgress.NONE, dimTop));
        bench.monitor.age(1);
        desk.qa().testConstancy(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);

        ReadinessItem item = assertStanding(State.FAILED, Status.BLOCKED, Duration.ZERO);

        assertTrue(item.reason().contains("Acceptance test"), item.reason());
    }

    // [utest->req~displayqa.gate-by-facility~1]
    @Test
    void eachStandardHasAnAnswerOfItsOwnThatHoldsForItsFacilitiesAlone() throws Exception {
        desk.qa().calibrate(bench.sessionWithMeterDue(NEXT_YEAR), new Cancellation(), QaProgress.NONE);
        Standards standards = Standards.of(List.of(facility("north", USUAL), facility("south", STRICTER)));

        Readiness card = new ReadinessBoard(
                        List.of(new DisplayStandingCheck(
                                desk.ledger(),
                                Bench.CLOCK,
                                new DisplayStandingCheck.Watched(Bench.DISPLAY.id(), "Left display", standards))),
                        Bench.CLOCK)
                .evaluate();

        assertEquals(2, card.items().size());
        assertTrue(card.isPrimaryReadingAllowed(), "north may be read for");
        assertTrue(card.forCasesOf("north").isPrimaryReadingAllowed());
        assertEquals(List.of(), card.forCasesOf("north").blockingReasons());
        assertFalse(card.forCasesOf("south").isPrimaryReadingAllowed());
        String reason = card.forCasesOf("south").blockingReasons().get(0);
        assertTrue(reason.startsWith("Left display, " + profile(STRICTER).title()), reason);
        assertTrue(reason.contains("For Facility south: ") && reason.contains("limit ≥ 420.0"), reason);
    }

    private static Facility facility(String id, String profile) {
        return Facility.of(new FacilityId(id), "Facility " + id, URI.create("http://127.0.0.1/dicom-web"))
                .withQaProfile(profile);
    }

    private static String whiteOf(StoredRun run) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                RunFindings.of(run)
                        .judged(Quantity.MAXIMUM_LUMINANCE)
                        .orElseThrow()
                        .value());
    }

    private static CalibrationProfile without(Quantity quantity, CalibrationProfile profile) {
        return new CalibrationProfile(
                profile.id(),
                profile.title(),
                profile.standard(),
                profile.edition(),
                profile.goal(),
                profile.schedule(),
                profile.limits().stream()
                        .filter(limit -> limit.quantity() != quantity)
                        .toList(),
                profile.sha256());
    }

    private static CalibrationProfile profile(String id) throws Exception {
        return CalibrationProfile.shipped(id);
    }

    private QaStanding standing(CalibrationProfile standard, Duration later) throws Exception {
        return QaStanding.of(desk.ledger(), Bench.DISPLAY.id(), standard, Bench.NOW.plus(later));
    }

    private ReadinessItem assertStanding(State state, Status status, Duration later) throws Exception {
        Clock clock = Clock.offset(Bench.CLOCK, later);
        ReadinessItem item = new DisplayStandingCheck(
                        desk.ledger(),
                        clock,
                        new DisplayStandingCheck.Watched(Bench.DISPLAY.id(), "Left display", Standards.of(List.of())))
                .evaluate();
        assertEquals(state, standing(profile(USUAL), later).state(), item.reason());
        assertEquals(status, item.status(), item.reason());
        return item;
    }
}
