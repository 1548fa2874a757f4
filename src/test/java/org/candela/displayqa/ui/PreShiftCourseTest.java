package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candela.calibration.Assessment;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualTest;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.ui.RunProgress.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The check before a shift on two simulated displays, on the caller's thread. */
class PreShiftCourseTest {
    @RegisterExtension
    final FreshPage page = new FreshPage();

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void theCourseBeforeAShiftChecksEachDisplayInTurnAndKeepsOneRecordEach() throws Exception {
        calibrateBoth();

        CompletableFuture<List<StoredRun>> course = page.model().checkBeforeShift();
        for (DisplayDevice display : List.of(SimulatedDesk.LEFT, SimulatedDesk.RIGHT)) {
            VisualOrder order = page.model().patternsWantedProperty().get().orElseThrow();
            assertEquals(display, order.display());
            assertEquals(Phase.LOOKING, page.model().progressProperty().get().phase());
            page.model().patternsSeen(order, List.of(passed(order))).join();
        }

        List<StoredRun> kept = course.join();
        assertEquals(
                List.of(QaKind.QUICK_CHECK, QaKind.QUICK_CHECK),
                kept.stream().map(StoredRun::kind).toList());
        for (StoredRun run : kept) {
            assertEquals(Assessment.PASS, run.overall());
            assertTrue(run.view().ends().isPresent(), "white and black");
            assertEquals(1, run.view().findings("visual").count(), "one pattern in the same record");
        }
        assertEquals(2, page.model().preShiftProperty().get().size());
        String line = page.model().preShiftProperty().get().get(0).text();
        assertTrue(line.contains("L'max") && line.contains("SYN-CT (after TG18-CT) seen as it must be"), line);
        assertTrue(line.contains("graphics LUT intact") && line.contains("room light not measured"), line);
        assertFalse(page.model().progressProperty().get().isRunning());
        assertEquals(4, page.desk().ran.size(), "gate and images hear of each record: two calibrations, two checks");
    }

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void aPatternThatIsNotSeenFailsTheCheckAndBlocksTheDisplayUntilItIsSeen() throws Exception {
        calibrateBoth();
        CompletableFuture<List<StoredRun>> course = page.model().checkBeforeShift();
        VisualOrder order = page.model().patternsWantedProperty().get().orElseThrow();
        page.model()
                .patternsSeen(order, List.of(answered(order, VisualAnswer.Outcome.FAIL)))
                .join();
        VisualOrder other = page.model().patternsWantedProperty().get().orElseThrow();
        page.model().patternsSeen(other, List.of(passed(other))).join();

        assertEquals(
                List.of(Assessment.FAIL, Assessment.PASS),
                course.join().stream().map(StoredRun::overall).toList());
        assertEquals(
                QaStanding.State.FAILED,
                page.model().displays().get(0).standing().state());
        page.model().select(SimulatedDesk.LEFT.id()).join();
        page.model().quickCheck().join();
        assertEquals(
                QaStanding.State.FAILED,
                page.model().displays().get(0).standing().state(),
                "a check without a look does not make good for it");
    }

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void aCourseThatIsCancelledAtThePatternKeepsNothingOfThatDisplayAndTakesThePatternDown() throws Exception {
        calibrateBoth();
        CompletableFuture<List<StoredRun>> course = page.model().checkBeforeShift();
        VisualOrder order = page.model().patternsWantedProperty().get().orElseThrow();
        page.model().patternsSeen(order, List.of(passed(order))).join();
        assertTrue(page.model().patternsWantedProperty().get().isPresent());

        page.model().cancel();

        assertEquals(1, course.join().size(), "what was kept stays");
        assertTrue(page.model().patternsWantedProperty().get().isEmpty());
        assertFalse(page.model().progressProperty().get().isRunning());
        assertTrue(page.model().calibrate().join().isPresent(), "the desk is free again");
    }

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void aCourseThatIsCancelledWhileItMeasuresKeepsNothing() throws Exception {
        calibrateBoth();
        page.desk().onPatch = page.model()::cancel;

        assertEquals(List.of(), page.model().checkBeforeShift().join());

        assertTrue(page.model().patternsWantedProperty().get().isEmpty());
        assertFalse(page.desk().isFieldShown);
        assertFalse(page.model().progressProperty().get().isRunning());
    }

    // [utest->req~displayqa.pre-shift-course~1]
    @Test
    void aCourseThatFailsOnTheDeviceThreadIsToldOnTheFxThread() throws Exception {
        ExecutorService device = Executors.newSingleThreadExecutor();
        ExecutorService ui = Executors.newSingleThreadExecutor(work -> new Thread(work, "ui"));
        try (SimulatedDesk other = open(page.folder().resolve("other"), device, ui)) {
            List<String> toldOn = Collections.synchronizedList(new ArrayList<>());
            other.model
                    .noticeProperty()
                    .addListener((value, before, now) ->
                            toldOn.add(Thread.currentThread().getName()));

            List<StoredRun> kept = CompletableFuture.completedFuture(other.model)
                    .thenComposeAsync(DisplayQaViewModel::checkBeforeShift, ui)
                    .get(20, TimeUnit.SECONDS);

            assertEquals(List.of(), kept, "no display has a table yet");
            assertEquals(List.of("ui"), toldOn.stream().distinct().toList());
        } finally {
            device.shutdownNow();
            ui.shutdownNow();
        }
    }

    private static SimulatedDesk open(Path folder, ExecutorService device, ExecutorService ui) throws Exception {
        SimulatedDesk desk = new SimulatedDesk(folder, new PageThreads(device, Runnable::run, ui));
        CompletableFuture.completedFuture(desk.model)
                .thenComposeAsync(DisplayQaViewModel::refresh, ui)
                .get(20, TimeUnit.SECONDS);
        return desk;
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void lightOfTheRoomIsEnteredWithItsMeterAndBadInputIsToldInWords() throws Exception {
        page.model().roomLight().enter("dark", "Lux 7").join();
        assertEquals("displayqa.bad-lux", page.model().noticeProperty().get().code());
        page.model().roomLight().enter("40", " ").join();
        assertEquals(
                "displayqa.no-lux-meter", page.model().noticeProperty().get().code());

        page.model().roomLight().enter("37,5", "Lux 7").join();

        RoomIlluminance known = page.desk().ledger.roomIlluminance().orElseThrow();
        assertEquals(37.5, known.light().lux());
        assertEquals(TestBench.AmbientSource.PROVIDED, known.source());
        assertTrue(
                page.model().roomLight().knownProperty().get().contains("Lux 7"),
                page.model().roomLight().knownProperty().get());
    }

    private void calibrateBoth() {
        page.model().calibrate().join();
        page.model().select(SimulatedDesk.RIGHT.id()).join();
        page.model().calibrate().join();
    }

    private static VisualResult passed(VisualOrder order) {
        return answered(order, VisualAnswer.Outcome.PASS);
    }

    private static VisualResult answered(VisualOrder order, VisualAnswer.Outcome outcome) {
        VisualTest test = order.set().tests().get(0);
        return new VisualResult(
                test,
                new VisualResult.Shown(
                        test.pattern().facts(), PatternRequest.of(new PatternSize(1536, 2048)), "synthetic"),
                VisualResult.PixelMatch.EXACT,
                order.conditions(),
                test.questions().stream()
                        .map(question -> VisualAnswer.of(question, outcome, ""))
                        .toList());
    }
}
