package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.HomeLink;
import org.candela.demo.HomeLink.Trouble;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.report.OpenReport;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.ui.Tone;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.FacilityFreshness;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line is pulled under the open desk, after a prior of another facility was taken for the patient's. */
// [utest->req~app.pulled-link~1]
// [utest->req~shell.priors-sure~1]
class PulledDeskTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final ShiftFiles.Listed STUDY = ShiftFiles.STUDIES.get(1);

    @TempDir
    private Path folder;

    @Test
    void aProbablePriorHangsOnceConfirmedAndAReportSignedWithoutTheLineArrivesOnce() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        ExecutorService threads = java.util.concurrent.Executors.newCachedThreadPool();
        ShiftFiles.write(folder.resolve("files"), CLOCK.instant());
        try (HomeLink link = new HomeLink(threads);
                DemoFacility north = start("north", threads);
                DemoFacility south = start("south", threads);
                TestRoom room = new TestRoom(
                        folder.resolve("home"), Duration.ofSeconds(5), behind(link, north), behind(link, south))) {
            room.calibrate();
            room.open(STUDY.uid(), Purpose.DIAGNOSIS);
            room.awaitImages(STUDY.uid());
            confirmThePrior(room);

            link.pull(Trouble.REFUSED);
            signWithoutTheLine(room);
            room.press(ScreenRole.WORK, KeyCode.F5);
            Fx.until("marked stale", () -> room.room().models().worklist().freshness().stream()
                    .noneMatch(FacilityFreshness::isUpToDate));
            assertEquals(3, Fx.call(() -> room.room().models().worklist().rows().size()));
            room.shoot("pulled");
            assertEquals(List.of(), south.receivedReports());

            link.mend();
            room.press(ScreenRole.WORK, KeyCode.F5);
            Fx.until("fresh again", Duration.ofSeconds(30), () -> room.room().models().worklist().freshness().stream()
                    .allMatch(FacilityFreshness::isUpToDate));
            Fx.until("the acknowledgement", Duration.ofSeconds(60), () -> isAcknowledged(room));
            room.shoot("pulled-and-back");
            assertEquals(1, south.receivedReports().size());
            assertEquals(ReadingState.FINAL, room.stateOf(STUDY.uid()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void confirmThePrior(TestRoom room) throws Exception {
        Fx.until("the list of priors", () -> !priors(room).getItems().isEmpty());
        assertEquals("1 probable", Fx.call(() -> opened(room).known().count()));
        assertEquals(List.of(), Fx.call(() -> opened(room).priors()));
        room.shoot("prior-probable");
        Fx.run(() -> room.room().bus().run("shelf.priors"));
        Fx.run(() -> priors(room).getSelectionModel().selectFirst());
        room.press(ScreenRole.WORK, KeyCode.ENTER);
        Fx.until("the prior hangs", () -> opened(room).priors().size() == 1);
        room.shoot("prior-confirmed");
    }

    private static OpenedCase opened(TestRoom room) {
        return room.room().reading().cases().currentProperty().get().orElseThrow();
    }

    private static ListView<?> priors(TestRoom room) {
        return (ListView<?>) room.room()
                .room()
                .desk()
                .windowOf(ScreenRole.WORK)
                .orElseThrow()
                .getScene()
                .getRoot()
                .lookup("#prior-list");
    }

    private static void signWithoutTheLine(TestRoom room) throws Exception {
        ReportViewModel report = room.room().models().report();
        Fx.until("the report", () -> report.reportProperty().get().isPresent());
        Fx.run(() -> {
            for (Optional<SignFinding> missing = missing(report); missing.isPresent(); missing = missing(report)) {
                fill(report, missing.orElseThrow().fieldId());
            }
            List.copyOf(report.findings()).forEach(report::toggleConfirmed);
        });
        Fx.call(() -> report.sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray()))
                .get(20, TimeUnit.SECONDS);
        assertTrue(
                Fx.call(() -> report.finalProperty().get()),
                Fx.call(() -> report.noticeProperty().get().text()));
    }

    private static Optional<SignFinding> missing(ReportViewModel report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .filter(finding -> !finding.fieldId().isEmpty())
                .findFirst();
    }

    private static void fill(ReportViewModel report, String fieldId) {
        OpenReport written = report.reportProperty().get().orElseThrow();
        TemplateField.Content content = written.template().fields().stream()
                .filter(field -> field.id().equals(fieldId))
                .findFirst()
                .orElseThrow()
                .content();
        report.textProperty(fieldId)
                .set(
                        switch (content.kind()) {
                            case PROSE, LINE -> "No acute finding.";
                            case NUMBER -> "12";
                            case CHOICE -> content.options().get(0);
                        });
    }

    private static boolean isAcknowledged(TestRoom room) {
        return room.room().models().report().deliveries().stream().anyMatch(row -> row.tone() == Tone.GOOD);
    }

    private DemoFacility start(String id, ExecutorService threads) throws Exception {
        return DemoFacility.start(
                new DemoFacility.Settings(
                        id,
                        id,
                        folder.resolve("files").resolve(id),
                        folder.resolve(id),
                        ShiftFiles.orders(id, CLOCK.instant())),
                threads,
                CLOCK);
    }

    private static Facility behind(HomeLink link, DemoFacility facility) throws Exception {
        String id = facility.facility().id().value();
        int web = link.lead(id + "-web", facility.dicomWeb().getPort());
        int reports = link.lead(id + "-reports", facility.mllpPort());
        URI archive = URI.create("http://127.0.0.1:" + web + facility.dicomWeb().getPath());
        return Facility.of(new FacilityId(id), id, archive).withMllp(new MllpEndpoint("127.0.0.1", reports, "RIS", id));
    }
}
