package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.HoldWish;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.ReportExport;
import org.candela.displayqa.ui.RunProgress.Phase;
import org.candela.ui.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// [utest->req~displayqa.page~1]
// [utest->req~displayqa.page-run~1]
class DisplayQaViewModelTest {
    @RegisterExtension
    final FreshPage page = new FreshPage();

    @Test
    void listsTheDisplaysAndSelectsTheFirst() {
        DisplayRow first = page.model().displays().get(0);

        assertEquals(2, page.model().displays().size());
        assertEquals("VIRT DIAG L", first.name());
        assertEquals("SIM-1 · SIM-1 · 1536 × 2048, 325 × 433 mm", first.detail());
        assertEquals(QaStanding.State.NEVER_CALIBRATED, first.standing().state());
        assertEquals(
                Optional.of(SimulatedDesk.LEFT.id()),
                page.model().selectedProperty().get());
    }

    // [utest->req~displayqa.page-match~1]
    @Test
    void displaysThatHaveATableAreCalibratedToOneWhite() {
        assertTrue(page.model().match().join().isEmpty(), "none has a table yet");
        assertTrue(page.model().noticeProperty().get().text().startsWith("Matching takes two"));
        page.model().calibrate().join();
        page.model().select(SimulatedDesk.RIGHT.id()).join();
        page.model().calibrate().join();
        page.desk().ran.clear();

        StoredRun last = page.model().match().join().orElseThrow();

        assertEquals(List.of(SimulatedDesk.LEFT.id(), SimulatedDesk.RIGHT.id()), page.desk().ran);
        assertEquals(SimulatedDesk.RIGHT.id(), last.display());
        assertEquals(
                2,
                last.view()
                        .findings("matched")
                        .findFirst()
                        .orElseThrow()
                        .path("group")
                        .size());
        assertEquals(Tone.CAUTION, page.model().noticeProperty().get().tone(), "simulated, but no failure");
    }

    // [utest->req~displayqa.page-match~1]
    @Test
    void aPlaceThatTheDisplayHasNotIsToldAndNothingIsRecorded() {
        page.model().wishProperty().set(HoldWish.MONITOR);

        assertTrue(page.model().calibrate().join().isEmpty());

        assertEquals(
                "calibration.no-such-holder",
                page.model().noticeProperty().get().code());
    }

    @Test
    void aCalibrationIsRecordedShownAndTold() {
        StoredRun run = page.model().calibrate().join().orElseThrow();

        RunFindings shown = page.model().resultsProperty().get().shown().orElseThrow();
        assertEquals(Assessment.PASS, run.overall());
        assertEquals(run.sequence(), shown.run().sequence());
        assertTrue(shown.before().orElseThrow().kappaDelta() > 0.5, "an uncalibrated panel is far off");
        assertTrue(shown.response().orElseThrow().kappaDelta() < 0.1);
        assertEquals(
                QaStanding.State.SIMULATED,
                page.model().displays().get(0).standing().state());
        assertEquals(List.of(SimulatedDesk.LEFT.id()), page.desk().ran);
        assertEquals(Tone.CAUTION, page.model().noticeProperty().get().tone(), "a simulated pass is no success");
    }

    @Test
    void progressNamesTheStepAndCountsToItsEnd() {
        List<RunProgress> heard = new ArrayList<>();
        page.model().progressProperty().addListener((value, before, now) -> heard.add(now));

        page.model().calibrate().join();

        assertEquals(Phase.STARTING, heard.get(0).phase());
        assertTrue(heard.contains(new RunProgress(Phase.UNCALIBRATED_LEVELS, QaKind.CALIBRATION, 18, 18)));
        assertTrue(heard.contains(new RunProgress(Phase.CONFORMANCE_LEVELS, QaKind.CALIBRATION, 18, 18)));
        assertFalse(page.model().progressProperty().get().isRunning());
    }

    @Test
    void everyKindOfRunEndsInTheHistoryNewestFirst() {
        page.model().calibrate().join();
        page.model().testConstancy().join();
        page.model().quickCheck().join();
        page.model().testUniformity().join();

        List<QaKind> kinds = page.model().resultsProperty().get().runs().stream()
                .map(run -> run.run().kind())
                .toList();
        assertEquals(List.of(QaKind.UNIFORMITY, QaKind.QUICK_CHECK, QaKind.CONSTANCY, QaKind.CALIBRATION), kinds);
        assertEquals(
                QaKind.CONSTANCY,
                page.model()
                        .resultsProperty()
                        .get()
                        .response()
                        .orElseThrow()
                        .run()
                        .kind());
    }

    // [utest->req~displayqa.page-standings~1]
    @Test
    void aRowTellsHowTheDisplayStandsByEachStandardAndForWhom() throws Exception {
        CalibrationProfile usual = CalibrationProfile.shipped("acr-aapm-siim-primary");
        CalibrationProfile stricter = CalibrationProfile.shipped("acr-aapm-siim-mammography");
        page.model().calibrate().join();
        DisplayQaViewModel both = page.desk().modelBy(List.of(usual, stricter));

        both.refresh().join();

        DisplayRow row = both.displays().get(0);
        assertEquals(
                List.of(usual.title(), "Breast Centre"),
                row.held().stream().map(DisplayRow.Held::whose).toList(),
                "nobody asks for the usual one");
        assertEquals(QaStanding.State.SIMULATED, row.held().get(0).standing().state());
        assertEquals(QaStanding.State.FAILED, row.held().get(1).standing().state());
        assertEquals(QaStanding.State.FAILED, row.standing().state(), "the worst of both");
        assertEquals(Tone.BAD, row.tone());
    }

    // [utest->req~displayqa.page-visual~1]
    @Test
    void patternsAreAskedForThroughTheTableInForceAndTheirAnswersKept() {
        page.model().lookAtPatterns(VisualTests.DAILY).join();
        assertEquals(
                "displayqa.never-calibrated",
                page.model().noticeProperty().get().code());
        assertTrue(page.model().patternsWantedProperty().get().isEmpty());
        page.model().calibrate().join();

        page.model().lookAtPatterns(VisualTests.DAILY).join();

        VisualOrder order = page.model().patternsWantedProperty().get().orElseThrow();
        assertEquals(SimulatedDesk.LEFT, order.display());
        StoredRun run =
                page.model().patternsSeen(order, List.of(passed(order))).join().orElseThrow();
        assertEquals(QaKind.VISUAL, run.kind());
        assertEquals("reading-desk", run.recordTree().at("/workstation/host").asText(), "of the station it is at");
        assertEquals(Assessment.PASS, run.overall());
        assertTrue(page.model().patternsWantedProperty().get().isEmpty());
    }

    // [utest->req~displayqa.page-visual~1]
    @Test
    void patternsThatNobodyAnsweredLeaveNoRecord() {
        page.model().calibrate().join();
        page.model().lookAtPatterns(VisualTests.DAILY).join();
        VisualOrder order = page.model().patternsWantedProperty().get().orElseThrow();

        assertTrue(page.model().patternsSeen(order, List.of()).join().isEmpty());

        assertEquals(1, page.model().resultsProperty().get().runs().size());
    }

    private static VisualResult passed(VisualOrder order) {
        VisualTest test = order.set().tests().get(0);
        return new VisualResult(
                test,
                new VisualResult.Shown(
                        test.pattern().facts(), PatternRequest.of(new PatternSize(1536, 2048)), "synthetic"),
                VisualResult.PixelMatch.EXACT,
                order.conditions(),
                test.questions().stream()
                        .map(question -> VisualAnswer.of(question, VisualAnswer.Outcome.PASS, ""))
                        .toList());
    }

    @Test
    void anAcceptanceTestCountsItsLevelsAndPlaces() {
        page.model().calibrate().join();
        List<RunProgress> heard = new ArrayList<>();
        page.model().progressProperty().addListener((value, before, now) -> heard.add(now));

        StoredRun run = page.model().testAcceptance().join().orElseThrow();

        assertTrue(heard.contains(new RunProgress(Phase.CONFORMANCE_LEVELS, QaKind.ACCEPTANCE, 52, 52)));
        assertTrue(heard.contains(new RunProgress(Phase.PLACES, QaKind.ACCEPTANCE, 26, 27)));
        assertEquals(3, run.view().findings("field").count());
    }

    @Test
    void lookingAtAnOlderRunShowsIt() {
        StoredRun calibration = page.model().calibrate().join().orElseThrow();
        page.model().quickCheck().join();

        page.model().lookAt(calibration.sequence());

        assertEquals(
                calibration.sequence(),
                page.model().resultsProperty().get().shown().orElseThrow().run().sequence());
    }

    @Test
    void anotherDisplayHasRunsOfItsOwn() {
        page.model().calibrate().join();

        page.model().select(SimulatedDesk.RIGHT.id()).join();

        assertTrue(page.model().resultsProperty().get().shown().isEmpty());
        assertTrue(page.model().quickCheck().join().isEmpty());
        assertEquals(
                "displayqa.never-calibrated",
                page.model().noticeProperty().get().code());
        assertEquals(
                "Calibrate the display first.",
                page.model().noticeProperty().get().whatToDo());
    }

    @Test
    void aColdDisplayIsNotCalibratedAndTheReaderIsToldToWait() {
        page.desk().lit = Duration.ofMinutes(3);

        assertTrue(page.model().calibrate().join().isEmpty());

        assertEquals("displayqa.cold", page.model().noticeProperty().get().code());
        assertTrue(page.model().noticeProperty().get().whatToDo().contains("warm"));
        assertTrue(page.desk().ran.isEmpty());
    }

    @Test
    void anUnpluggedMeterStopsTheRunAndTakesTheFieldAway() {
        page.desk().meter(SimulatedDesk.LEFT).unplug();

        assertTrue(page.model().calibrate().join().isEmpty());

        assertEquals("device.gone", page.model().noticeProperty().get().code());
        assertEquals(Tone.BAD, page.model().noticeProperty().get().tone());
        assertFalse(page.desk().isFieldShown);
        assertFalse(page.model().progressProperty().get().isRunning());
    }

    @Test
    // [utest->req~displayqa.aborted~1]
    void aCancelledRunIsShownAsOneThatBrokeOffAndRestoresTheDisplay() {
        page.desk().onPatch = page.model()::cancel;
        var before = page.desk().monitor(SimulatedDesk.LEFT).ramp();

        assertTrue(page.model().calibrate().join().isEmpty());

        assertTrue(page.model().noticeProperty().get().text().startsWith("Cancelled."));
        RunFindings shown = page.model().resultsProperty().get().shown().orElseThrow();
        assertEquals(QaKind.ABORTED, shown.run().kind());
        assertTrue(page.model().exportReport().join().isEmpty(), "it has no report");
        assertEquals(
                before.sha256(), page.desk().monitor(SimulatedDesk.LEFT).ramp().sha256());
        assertFalse(page.desk().isFieldShown);
    }

    @Test
    void aSecondRunIsRefusedWhileOneIsOn() {
        List<Optional<StoredRun>> second = new ArrayList<>();
        page.desk().onPatch = () -> {
            page.desk().onPatch = () -> {};
            second.add(page.model().quickCheck().join());
        };

        assertTrue(page.model().calibrate().join().isPresent());

        assertEquals(List.of(Optional.empty()), second);
        assertEquals(1, page.model().resultsProperty().get().runs().size());
    }

    @Test
    void displaysThatDoNotAnswerAreTold() {
        page.desk().plugged.clear();

        page.model().refresh().join();

        assertEquals("device.gone", page.model().noticeProperty().get().code());
        assertEquals(2, page.model().displays().size(), "what was known stays");
    }

    @Test
    // [utest->req~displayqa.meter-by-hand~1]
    void aPersonIsAskedForEachOfTheNinePlaces() throws Exception {
        ExecutorService device = Executors.newSingleThreadExecutor();
        try (SimulatedDesk byHand = new SimulatedDesk(page.folder().resolve("by-hand"), device)) {
            byHand.isMovable = false;
            byHand.model.refresh().get(5, TimeUnit.SECONDS);
            assertTrue(byHand.model.calibrate().get(9, TimeUnit.SECONDS).isPresent());
            List<Integer> asked = new ArrayList<>();
            byHand.model
                    .placeWantedProperty()
                    .addListener((value, before, now) -> now.ifPresent(place -> {
                        asked.add(place.number());
                        byHand.model.meterIsThere();
                    }));

            StoredRun run =
                    byHand.model.testUniformity().get(9, TimeUnit.SECONDS).orElseThrow();

            assertEquals(QaKind.UNIFORMITY, run.kind());
            assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), asked);
        } finally {
            device.shutdownNow();
        }
    }

    @Test
    // [utest->req~displayqa.export~1]
    void theReportOfTheRunShownIsWrittenAndVerifies() throws Exception {
        page.model().calibrate().join();

        ReportExport.Exported report = page.model().exportReport().join().orElseThrow();

        assertEquals(page.desk().paths.exports(), report.pdf().getParent());
        assertEquals(QaReport.Check.UNCHANGED, QaReport.verify(report.pdf()).check());
        assertEquals(QaReport.Check.UNCHANGED, QaReport.verify(report.json()).check());
        assertEquals(Tone.GOOD, page.model().noticeProperty().get().tone());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        page.model().calibrate().join();
        Path inTheWay = Files.writeString(page.folder().resolve("file"), "not a folder");

        assertTrue(page.model().exportReport(inTheWay).join().isEmpty());

        assertEquals(
                "displayqa.report-unwritten",
                page.model().noticeProperty().get().code());
        assertTrue(page.model().noticeProperty().get().text().contains(inTheWay.toString()));
    }

    @Test
    void withoutARunThereIsNothingToReport() {
        assertTrue(page.model().exportReport().join().isEmpty());

        assertEquals(
                "There is no run to report yet.",
                page.model().noticeProperty().get().text());
    }
}
