package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.base.Cancellation;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.report.ReportExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A display for colour: calibrated to a power curve, judged by it, and never taken for one of grey images. */
class GammaCalibrationTest {
    private static final String COLOUR = "colour-gamma-2-2";

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    // [utest->req~displayqa.gamma~1]
    @ParameterizedTest(name = "native gamma {0}")
    @ValueSource(doubles = {1.8, 2.2, 2.6})
    void aDisplayOfAnyCurveIsBroughtToGamma22AndJudgedByThat(double nativeGamma) throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(nativeGamma));

        StoredRun run = desk.qa().calibrate(session(display), new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED PASS", run.resultText());
        JsonNode target = run.view().calibration().orElseThrow().path("target");
        assertEquals("gamma", target.path("function").asText());
        assertEquals(2.2, target.path("exponent").asDouble());
        assertEquals(new CalibrationGoal.Gamma(2.2), run.view().function());
        JsonNode seen = run.view().findings("function").findFirst().orElseThrow();
        assertTrue(seen.path("deviation").asDouble() < 0.03, seen.toString());
        assertEquals(2.2, seen.path("fittedExponent").asDouble(), 0.01);
        assertTrue(
                run.view().response().orElseThrow().path("kappaDelta").asDouble() > 0.3,
                "by the GSDF it is far off, and that is not what it is judged by");
        assertEquals(
                seen.path("deviation").asDouble(),
                run.recordTree().path("values").path("FUNCTION_DEVIATION").asDouble(Double.NaN),
                1e-12,
                run.recordTree().path("values").toString());
    }

    // [utest->req~displayqa.gamma~1]
    @Test
    void aLaterTestJudgesTheCurveOfTheTableAndTellsWhenItHasChanged() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(1.8));
        desk.qa().calibrate(session(display), new Cancellation(), QaProgress.NONE);

        StoredRun good = desk.qa().testConstancy(session(display), new Cancellation(), QaProgress.NONE);
        display.monitor.settings().turn(VcpFeature.GAMMA, 160);
        StoredRun bad = desk.qa().testConstancy(session(display), new Cancellation(), QaProgress.NONE);

        assertEquals("SIMULATED PASS", good.resultText());
        assertTrue(good.view().findings("function").findFirst().isPresent());
        assertEquals(Assessment.FAIL, bad.overall(), "the gamma of the monitor was turned");
    }

    // [utest->req~displayqa.gamma~1]
    @Test
    void byAStandardOfGreyImagesAColourDisplayFails() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(2.2));
        QaSession session = session(display).judgedAlsoBy(List.of(CalibrationProfile.shipped("acr-aapm-siim-other")));

        StoredRun run = desk.qa().calibrate(session, new Cancellation(), QaProgress.NONE);

        assertEquals(Assessment.FAIL, run.overall());
        assertEquals("PASS", run.view().judgements().get(0).path("overall").asText());
        assertEquals("FAIL", run.view().judgements().get(1).path("overall").asText());
        assertTrue(desk.ledger().activeLut(display.device.id()).isPresent(), "its own goal is met");
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    // [utest->req~displayqa.gamma~1]
    @Test
    void theReportSaysTheFunctionAndHowFarTheDisplayIsFromIt() throws Exception {
        SimulatedDisplay display = new SimulatedDisplay(1, SimulatedPanel.gamma(1.8));
        StoredRun run = desk.qa().calibrate(session(display), new Cancellation(), QaProgress.NONE);

        ReportExport.Exported report = new ReportExport(
                        desk.ledger(), desk.folder().resolve("key"), Bench.CLOCK)
                .export(run, desk.folder().resolve("out"), "reader");

        try (PDDocument pdf = Loader.loadPDF(report.pdf().toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Gamma 2.20 between"), text);
            assertTrue(text.contains("Power curve"), text);
            assertTrue(text.contains("function deviation"), text);
            assertTrue(text.contains("acts, 8 bits seen to reach the panel"), text);
        }
    }

    private static QaSession session(SimulatedDisplay display) throws Exception {
        return display.session(CalibrationProfile.shipped(COLOUR));
    }
}
