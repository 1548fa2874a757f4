package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.report.ReportFormat;
import org.candela.displayqa.trend.TrendQuantity;
import org.candela.displayqa.watch.DueRun;
import org.candela.ui.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryViewModelTest {
    @RegisterExtension
    final FreshPage page = new FreshPage();

    // [utest->req~displayqa.page-history~1]
    @Test
    void whatIsDueFollowsTheRunsOfTheSelectedDisplay() {
        assertEquals(DueRun.State.NEVER, due(QaKind.CONSTANCY).state());
        assertTrue(page.model().history().trendsProperty().get().isEmpty());

        page.desk().model.calibrate().join();

        assertEquals(DueRun.State.IN_TIME, due(QaKind.CONSTANCY).state(), "a calibration proves the response");
        assertEquals(
                TrendQuantity.MAXIMUM_LUMINANCE,
                page.model().history().trendsProperty().get().get(0).series().quantity());
        assertTrue(page.model().history().trendsProperty().get().get(0).limit().isPresent(), "that of the standard");

        page.desk().model.select(SimulatedDesk.RIGHT.id()).join();
        assertEquals(DueRun.State.NEVER, due(QaKind.CONSTANCY).state());
        assertTrue(page.model().history().trendsProperty().get().isEmpty());
    }

    // [utest->req~displayqa.page-report~1]
    @Test
    void aReportIsWrittenForTheFacilityAndInTheFormsThatWereChosen() {
        StoredRun run = page.desk().model.calibrate().join().orElseThrow();
        List<ReportWish> wishes = page.model().history().wishes("usual");
        ReportWish breast = wishes.get(1);

        var written = page.model()
                .history()
                .export(run, breast, List.of(ReportFormat.CSV, ReportFormat.DICOM))
                .join()
                .orElseThrow();

        assertEquals("Breast Centre (acr-aapm-siim-mammography)", breast.toString());
        assertEquals(2, written.files().size());
        assertTrue(Files.exists(page.desk().paths.exports().resolve("display-qa-1-breast.csv")));
        assertTrue(Files.exists(page.desk().paths.exports().resolve("display-qa-1-breast.dcm")));
        assertFalse(Files.exists(page.desk().paths.exports().resolve("display-qa-1-breast.pdf")));
        assertEquals(Tone.GOOD, page.desk().model.noticeProperty().get().tone());
        assertTrue(page.desk().model.noticeProperty().get().text().contains("display-qa-1-breast.dcm"));
    }

    // [utest->req~displayqa.page-report~1]
    @Test
    void aReportThatCannotBeWrittenIsSaid() throws Exception {
        StoredRun run = page.desk().model.calibrate().join().orElseThrow();
        Files.createDirectories(page.desk().paths.exports().getParent());
        Files.writeString(page.desk().paths.exports(), "a file where the folder should be");

        assertEquals(
                Optional.empty(),
                page.model()
                        .history()
                        .export(run, page.model().history().wishes("usual").get(0), List.of(ReportFormat.PDF))
                        .join());
        assertEquals(
                "displayqa.report-unwritten",
                page.desk().model.noticeProperty().get().code());
    }

    // [utest->req~displayqa.page-run~1]
    @Test
    void finerLevelsAndTheTestAfterServiceAreRunFromThePage() {
        page.desk().model.calibrate().join();

        StoredRun fine = page.desk().model.testLevels(52).join().orElseThrow();
        StoredRun service = page.desk().model.testAfterService().join().orElseThrow();

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
        return page.model().history().timetableProperty().get().stream()
                .filter(run -> run.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
