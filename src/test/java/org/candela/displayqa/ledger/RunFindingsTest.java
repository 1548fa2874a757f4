package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.calibration.Assessment;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.RunFindings.Judged;
import org.candela.displayqa.ledger.RunFindings.Response;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~displayqa.findings~1]
class RunFindingsTest {
    /** The record keeps what was measured as decimal text that reads back to the same double. */
    private static final double EXACT = 0;

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private Database database;
    private DisplayQa qa;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        qa = new DisplayQa(new QaLedger(database, new AuditLog()), Bench.CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aCalibrationHasTwoResponsesOfSeventeenSteps() throws Exception {
        RunFindings found = RunFindings.of(calibrate());

        Response after = found.response().orElseThrow();
        Response before = found.before().orElseThrow();
        assertEquals(17, after.steps().size());
        assertEquals(7.5, after.steps().get(0).pValue(), "the middle between P-values 0 and 15");
        assertEquals(found.judged(Quantity.CONTRAST_DEVIATION).orElseThrow().value(), after.kappaDelta(), EXACT);
        assertTrue(before.kappaDelta() > after.kappaDelta());
        assertTrue(found.uniformity().isEmpty());
    }

    @Test
    void kappaIsTheLargestDeviationOfTheStepsShown() throws Exception {
        Response after = RunFindings.of(calibrate()).response().orElseThrow();

        double largest = after.steps().stream()
                .mapToDouble(step -> Math.abs(step.contrast() / step.ideal() - 1))
                .max()
                .orElseThrow();
        assertEquals(after.kappaDelta(), largest, 1e-12);
    }

    @Test
    void aVerdictKeepsItsLimitClauseAndSource() throws Exception {
        Judged white =
                RunFindings.of(calibrate()).judged(Quantity.MAXIMUM_LUMINANCE).orElseThrow();

        assertEquals(Assessment.PASS, white.result());
        assertEquals("≥", white.limit().operator());
        assertEquals(350, white.limit().bound());
        assertEquals("luminance, diagnostic", white.limit().clause());
        assertFalse(white.limit().isVerified());
    }

    @Test
    void whatWasNotAssessedHasNoValue() throws Exception {
        StoredRun run = qa.calibrate(
                bench.sessionWithMeterDue(Optional.of(LocalDate.parse("2026-11-01"))),
                new Cancellation(),
                QaProgress.NONE);

        RunFindings found = RunFindings.of(run);

        assertFalse(found.judged().get(0).isMeasured());
        assertEquals("2026-11-01", found.meterDue());
        assertEquals("Make Model, serial 1", found.meter());
    }

    @Test
    void aSimulatedMeterIsNamedAsSuch() throws Exception {
        assertEquals(
                "SIMULATED Candela simulated photometer, serial SIM-0",
                RunFindings.of(calibrate()).meter());
    }

    @Test
    void aReplacedGraphicsLutIsSeen() throws Exception {
        calibrate();
        bench.inForce = GammaRamp.identity(1024);

        RunFindings found = RunFindings.of(qa.checkQuickly(bench.session(), new Cancellation()));

        assertTrue(found.isRampReplaced());
        assertTrue(found.response().isEmpty());
    }

    @Test
    void aUniformityTestHasItsNinePlaces() throws Exception {
        calibrate();
        StoredRun run = qa.testUniformity(
                bench.session(), (row, column) -> bench.monitor.age(row == 2 ? 0.8 : 1), new Cancellation());

        RunFindings found = RunFindings.of(run);

        Uniformity places = found.uniformity().orElseThrow();
        assertTrue(places.luminance(2, 0) < 0.85 * places.luminance(0, 0));
        assertEquals(
                found.judged(Quantity.NON_UNIFORMITY).orElseThrow().value(), places.maximumLuminanceDeviation(), EXACT);
    }

    private StoredRun calibrate() throws Exception {
        return qa.calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
    }
}
