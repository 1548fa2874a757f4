package org.candela.shell;

import static org.candela.shell.CaseRoom.CLOCK;
import static org.candela.shell.CaseRoom.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.audit.AuditLog;
import org.candela.base.Uid;
import org.candela.dictation.SpeechEngine;
import org.candela.report.Deliveries;
import org.candela.report.DeliveryStanding;
import org.candela.report.DraftAutosave;
import org.candela.report.Ledger;
import org.candela.report.OpenReport;
import org.candela.report.Pins;
import org.candela.report.ReportId;
import org.candela.report.ReportedPriors;
import org.candela.report.Reports;
import org.candela.report.SignGate;
import org.candela.report.Signer;
import org.candela.report.Signing;
import org.candela.report.check.SignRules;
import org.candela.report.template.Templates;
import org.candela.report.ui.ReportServices;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.study.OfferedStudy.Availability;
import org.candela.study.StudySummary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report panel beside the images, on one thread. */
// [utest->req~shell.report-with-images~1]
class CaseReportTest {
    @TempDir
    private Path folder;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @SuppressWarnings("NullAway.Init") // set before each test
    private CaseRoom room;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReportViewModel report;

    @BeforeEach
    void layTheDesk() throws Exception {
        lay(ManualLoader.answering(TestImages.slice(1, 1, 1)));
    }

    private void lay(ManualLoader loader) throws Exception {
        room = new CaseRoom(folder, loader);
        Ledger ledger = new Ledger(room.database, new AuditLog(), CLOCK);
        report = new ReportViewModel(
                new ReportServices(
                        new Reports(room.database, Templates.shipped()),
                        new DraftAutosave(room.database, scheduler, CLOCK),
                        new Signing(ledger, new Pins(ledger), SignRules.standard(), SignGate.OPEN, List.of()),
                        new NoDeliveries(),
                        SpeechEngine.NONE,
                        new Signer(CaseRoom.READER, "Reader", "One")),
                new ReportViewModel.Threads(Runnable::run, Runnable::run),
                CLOCK);
        CaseReport.bind(room.desk, room.session, report);
    }

    @AfterEach
    void clearTheDesk() throws Exception {
        scheduler.shutdownNow();
        room.close();
    }

    @Test
    void theReportIsAlwaysThatOfTheImages() throws Exception {
        StudySummary anna = room.north.add("1.2.2", "ANNA", TODAY);
        StudySummary bert = room.north.add("1.2.3", "BERT", TODAY);
        List<String> seen = new ArrayList<>();
        report.reportProperty().addListener((value, before, now) -> seen.add(study(now) + " beside " + images()));

        room.desk.open(room.row(anna), Purpose.DIAGNOSIS);
        room.desk.open(room.row(bert), Purpose.DIAGNOSIS);
        room.desk.close();

        assertEquals(List.of("1.2.2 beside 1.2.2", "none beside none", "1.2.3 beside 1.2.3", "none beside none"), seen);
    }

    @Test
    void whatIsOnlyLookedAtHasNoReport() throws Exception {
        room.desk.open(room.row(room.north.add("1.2.2", "ANNA", TODAY)), Purpose.REVIEW);

        assertTrue(room.session.study().isPresent());
        assertEquals(Optional.empty(), report.reportProperty().get());
    }

    @Test
    void aDraftComesBackWithItsStudyAndKnowsItsPriors() throws Exception {
        LocalDate earlier = TODAY.minusYears(1);
        room.north.add("1.2.1", "ANNA", earlier);
        StudySummary anna = room.north.add("1.2.2", "ANNA", TODAY);
        room.desk.open(room.row(anna), Purpose.DIAGNOSIS);
        report.textProperty("impression").set("Nothing acute");
        room.desk.open(room.row(room.north.add("1.2.3", "BERT", TODAY)), Purpose.DIAGNOSIS);

        assertEquals("", report.textProperty("impression").get());
        room.desk.open(room.row(anna), Purpose.DIAGNOSIS);

        OpenReport open = report.reportProperty().get().orElseThrow();
        assertEquals(List.of(earlier), open.draft().study().priorDates());
        assertEquals("A1", open.draft().study().order().accessionNumber());
        assertEquals("19600304", open.draft().study().patient().birthDate());
    }

    // [utest->req~shell.priors-reported~1]
    @Test
    void theReportKnowsWhichEarlierStudiesHungAndWhichAreOffline() throws Exception {
        LocalDate earlier = TODAY.minusYears(1);
        room.north.add("1.2.1", "ANNA", earlier);
        room.north.offer(room.north.add("1.2.0", "ANNA", TODAY.minusYears(2)), Availability.OFFLINE);
        room.north.add("1.2.9", "OTHER", "SYNTHETIC^ANNA", TODAY.minusYears(3));
        StudySummary anna = room.north.add("1.2.2", "ANNA", TODAY);
        room.desk.open(room.row(anna), Purpose.DIAGNOSIS);

        ReportedPriors priors =
                report.reportProperty().get().orElseThrow().draft().study().priors();
        assertEquals(
                List.of("HERE 1.2.1", "OFFLINE 1.2.0"),
                priors.known().stream()
                        .map(prior -> prior.whereabouts() + " " + prior.study())
                        .toList(),
                "one that is only probable is none of this patient's");
        assertEquals(List.of(), priors.silent());
        report.insertComparison();
        assertEquals(
                "Compared with CT of 2025-11-24. Known and not available: CT chest of 2024-11-24 at north (offline).",
                report.textProperty("comparison").get());
    }

    // [utest->req~shell.priors-reported~1]
    @Test
    void whatIsHungAndNotYetSeenIsNotCalledCompared() throws Exception {
        room.close();
        lay(new ManualLoader());
        room.north.add("1.2.1", "ANNA", TODAY.minusYears(1));
        room.desk.open(room.row(room.north.add("1.2.2", "ANNA", TODAY)), Purpose.DIAGNOSIS);

        report.insertComparison();

        assertEquals(
                "Here and not compared: CT of 2025-11-24.",
                report.textProperty("comparison").get());
    }

    private static String study(Optional<OpenReport> open) {
        return open.map(report -> report.draft().study().studyInstanceUid().value())
                .orElse("none");
    }

    private String images() {
        return room.desk
                .currentProperty()
                .get()
                .map(open -> open.study().uid())
                .map(Uid::value)
                .orElse("none");
    }

    /** Nothing is signed here. */
    private static final class NoDeliveries implements Deliveries {
        @Override
        public List<DeliveryStanding> of(ReportId report) {
            return List.of();
        }

        @Override
        public void retry(ReportId report, int version) {
            throw new IllegalStateException("nothing was sent");
        }

        @Override
        public void onChange(Runnable listener) {
            // nothing changes
        }
    }
}
