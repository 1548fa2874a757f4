package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.DisplayStandingCheck;
import org.candela.displayqa.Standards;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessBoard;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One display, two facilities: from the run in the ledger to the case that opens or does not. */
class GateByFacilityTest {
    private static final FacilityId SOUTH = new FacilityId("south");
    private static final String USUAL = "acr-aapm-siim-primary";
    private static final String STRICTER = "acr-aapm-siim-mammography";
    private static final DisplayDevice DISPLAY = new DisplayDevice(
            "DUMMY0",
            Optional.of(new Edid("CDL", 0x0D1A, 1001, "VIRT DIAG L", "VIRT-1001", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CaseRoom room;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaLedger ledger;

    @BeforeEach
    void calibrateToTheUsualStandard() throws Exception {
        room = new CaseRoom(folder, new ManualLoader());
        ledger = new QaLedger(room.database, new AuditLog());
        SimulatedMonitor monitor = SimulatedMonitor.typical(1);
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), DISPLAY),
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
        new DisplayQa(ledger, CaseRoom.CLOCK)
                .calibrate(
                        new QaSession(
                                DISPLAY,
                                bench,
                                List.of(CalibrationProfile.shipped(USUAL)),
                                CaseRoom.CLOCK.instant().minus(Duration.ofHours(1)),
                                "reader"),
                        new Cancellation(),
                        QaProgress.NONE);
    }

    @AfterEach
    void clearTheDesk() throws Exception {
        room.close();
    }

    // [utest->req~displayqa.gate-by-facility~1]
    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void theCaseWhoseStandardIsMetOpensAndTheOtherIsBlockedWithFigureLimitAndEdition() throws Exception {
        ReadingItem north = room.row(room.north.add("1.2.1", "ANNA", CaseRoom.TODAY));
        ReadingItem south = of(SOUTH, room.row(room.north.add("1.2.2", "BERTA", CaseRoom.TODAY)));
        CaseDesk desk = desk(USUAL, STRICTER);

        desk.open(north, Purpose.DIAGNOSIS);
        assertTrue(desk.currentProperty().get().isPresent(), "north's standard is met: " + room.failures);

        desk.open(south, Purpose.DIAGNOSIS);
        assertTrue(desk.currentProperty().get().isEmpty());
        List<String> reasons = desk.blockedProperty().get().orElseThrow().reasons();
        assertEquals(1, reasons.size(), reasons.toString());
        CalibrationProfile stricter = CalibrationProfile.shipped(STRICTER);
        for (String named : List.of("Left display", "South", stricter.title(), stricter.edition(), "limit ≥ 420.0")) {
            assertTrue(reasons.get(0).contains(named), named + " in " + reasons.get(0));
        }
    }

    // [utest->req~displayqa.standing-by-standard~1]
    @Test
    void aStandardThatAFacilityAsksForAfterTheRunIsHeldAgainstItAtTheGate() throws Exception {
        ReadingItem north = room.row(room.north.add("1.2.1", "ANNA", CaseRoom.TODAY));
        CaseDesk before = desk(USUAL, USUAL);
        before.open(north, Purpose.DIAGNOSIS);
        assertTrue(before.currentProperty().get().isPresent());
        before.close();

        CaseDesk after = desk(STRICTER, USUAL);
        after.open(north, Purpose.DIAGNOSIS);

        assertTrue(after.blockedProperty().get().isPresent());
        assertEquals(1, ledger.head().orElseThrow().sequence(), "nothing was written at the gate");
    }

    // [utest->req~displayqa.gate-by-facility~1]
    @Test
    void theMarkOnTheImagesFollowsTheStandardOfTheOpenCase() throws Exception {
        CalibrationProfile usual = CalibrationProfile.shipped(USUAL);
        CalibrationProfile stricter = CalibrationProfile.shipped(STRICTER);
        LedgerDisplayLuts luts = new LedgerDisplayLuts(ledger, CaseRoom.CLOCK, List.of(usual, stricter));
        List<ScreenId> told = new ArrayList<>();
        luts.onChange(told::add);
        assertEquals("SIMULATED calibration", luts.standing(DISPLAY.id()).text());

        luts.judgeBy(stricter);

        assertEquals(
                new DisplayStanding(DisplayStanding.Grade.UNCALIBRATED, "Display QA failed"),
                luts.standing(DISPLAY.id()));
        assertEquals(List.of(DISPLAY.id()), told);
        luts.judgeBy(usual);
        assertEquals("SIMULATED calibration", luts.standing(DISPLAY.id()).text());
    }

    private CaseDesk desk(String ofNorth, String ofSouth) throws Exception {
        Standards standards =
                Standards.of(List.of(facility(ShelfSource.NORTH, "North", ofNorth), facility(SOUTH, "South", ofSouth)));
        ReadinessBoard board = new ReadinessBoard(
                List.of(new DisplayStandingCheck(
                        ledger,
                        CaseRoom.CLOCK,
                        new DisplayStandingCheck.Watched(DISPLAY.id(), "Left display", standards))),
                CaseRoom.CLOCK);
        StudyLibrary library = new StudyLibrary(room.database, new AuditLog(), AppPaths.under(folder), CaseRoom.CLOCK);
        CaseOpener opener = new CaseOpener(
                new CaseOpener.Services(
                        room.worklist, Map.of(ShelfSource.NORTH, room.north, SOUTH, room.north), library, board),
                Runnable::run,
                CaseRoom.READER);
        return new CaseDesk(opener, room.session, Runnable::run, room.failures::add);
    }

    private static Facility facility(FacilityId id, String name, String standard) {
        return Facility.of(id, name, URI.create("http://localhost/" + id)).withQaProfile(standard);
    }

    /** The same study as a row of another facility. */
    private static ReadingItem of(FacilityId facility, ReadingItem row) {
        StudySummary study = row.study();
        return new ReadingItem(
                new StudySummary(
                        study.identity(),
                        facility,
                        study.modalities(),
                        study.instanceCount(),
                        study.priority(),
                        study.receivedAt(),
                        study.place()),
                row.urgency(),
                row.state(),
                row.claim(),
                row.listing());
    }
}
