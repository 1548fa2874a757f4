package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.ReportFormat;
import org.candela.displayqa.trend.TrendQuantity;
import org.candela.displayqa.watch.DueRun;
import org.candela.ui.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SimulatedDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HistoryViewModel history;

    @BeforeEach
    void open() throws Exception {
        desk = new SimulatedDesk(folder);
        desk.model.refresh().join();
        history = desk.model.history();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    // [utest->req~displayqa.page-history~1]
    @Test
    void whatIsDueFollowsTheRunsOfTheSelectedDisplay() {
        assertEquals(DueRun.State.NEVER, due(QaKind.CONSTANCY).state());
        assertTrue(history.trendsProperty().get().isEmpty());

        desk.model.calibrate().join();

        assertEquals(DueRun.State.IN_TIME, due(QaKind.CONSTANCY).state(), "a calibration proves the response");
        assertEquals(
                TrendQuantity.MAXIMUM_LUMINANCE,
                history.trendsProperty().get().get(0).series().quantity());
        assertTrue(history.trendsProperty().get().get(0).limit().isPresent(), "that of the standard");

        desk.model.select(SimulatedDesk.RIGHT.id()).join();
        assertEquals(DueRun.State.NEVER, due(QaKind.CONSTANCY).state());
        assertTrue(history.trendsProperty().get().isEmpty());
    }

    // [utest->req~displayqa.page-report~1]
    @Test
    void aReportIsWrittenForTheFacilityAndInTheFormsThatWereChosen() {
        StoredRun run = desk.model.calibrate().join().orElseThrow();
        List<ReportWish> wishes = history.wishes("usual");
        ReportWish breast = wishes.get(1);

        var written = history.export(run, breast, List.of(ReportFormat.CSV, ReportFormat.DICOM))
                .join()
                .orElseThrow();

        assertEquals("Breast Centre (acr-aapm-siim-mammography)", breast.toString());
        assertEquals(2, written.files().size());
        assertTrue(Files.exists(desk.paths.exports().resolve("display-qa-1-breast.csv")));
        assertTrue(Files.exists(desk.paths.exports().resolve("display-qa-1-breast.dcm")));
        assertFalse(Files.exists(desk.paths.exports().resolve("display-qa-1-breast.pdf")));
        assertEquals(Tone.GOOD, desk.model.noticeProperty().get().tone());
        assertTrue(desk.model.noticeProperty().get().text().contains("display-qa-1-breast.dcm"));
    }

    // [utest->req~displayqa.page-report~1]
    @Test
    void aReportThatCannotBeWrittenIsSaid() throws Exception {
        StoredRun run = desk.model.calibrate().join().orElseThrow();
        Files.createDirectories(desk.paths.exports().getParent());
        Files.writeString(desk.paths.exports(), "a file where the folder should be");

        assertEquals(
                Optional.empty(),
                history.export(run, history.wishes("usual").get(0), List.of(ReportFormat.PDF))
                        .join());
        assertEquals(
                "displayqa.report-unwritten", desk.model.noticeProperty().get().code());
    }

    // [utest->req~displayqa.page-run~1]
    @Test
    void finerLevelsAndTheTestAfterServiceAreRunFromThePage() {
        desk.model.calibrate().join();

        StoredRun fine = desk.model.testLevels(52).join().orElseThrow();
        StoredRun service = desk.model.testAfterService().join().orElseThrow();

        assertEquals(QaKind.CONSTANCY, fine.kind());
        assertEquals(
                52,
                fine.view()
                        .findings("levels")
                        .findFirst()
                        .orElseThrow()
                        .path("count")
                        .asInt());
        assertEquals(QaKind.AFTER_SERVICE, service.kind());
        assertTrue(service.view().findings("field").count() >= 3);
    }

    private DueRun due(QaKind kind) {
        return history.timetableProperty().get().stream()
                .filter(run -> run.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
