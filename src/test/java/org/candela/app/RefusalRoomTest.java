package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Uid;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.worklist.ui.WorklistRow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A facility says "wrong patient" to a signed report, and takes it when it is sent again. */
// [utest->req~delivery.refused-shown~1]
class RefusalRoomTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Test
    void aRefusalIsToldStandsOnItsRowAndSaysWhatToDoUntilTheFacilityHasIt() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Executors served = new Executors();
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("CR", folder);
        Uid study = studies.stream()
                .filter(each -> !each.isPrior())
                .findFirst()
                .orElseThrow()
                .uid();
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.WRONG_PATIENT);
                DemoFacility facility = DemoFacility.start(
                        DemoFacility.Settings.of(studies.get(0).facility(), "Clinic", folder, studies),
                        served.io(),
                        CLOCK);
                TestRoom room = new TestRoom(
                        folder.resolve("home"),
                        Duration.ofSeconds(20),
                        facility.facility().withMllp(receiver.endpoint()))) {
            new RefusalRoom(room.room(), served.io()).follow(room.reporting());
            room.calibrate();
            room.open(study, Purpose.DIAGNOSIS);
            room.awaitImages(study);
            ReportViewModel report = room.room().models().report();
            Fx.until("the report", () -> report.reportProperty().get().isPresent());

            Fx.run(() -> {
                ReportHands.write(report, "No acute finding.");
                List.copyOf(report.findings()).stream()
                        .filter(finding -> !report.isConfirmed(finding))
                        .forEach(report::toggleConfirmed);
                var unused = report.sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray());
            });

            String told = room.awaitProblem("report.refused");
            assertTrue(told.contains("refused a report: AE Patient does not match order"), told);
            Fx.until("the row", () -> state(room, study).equals("REFUSED by facility"));
            Fx.until("what to do", () -> detail(room).contains("withdraw it as of the wrong patient"));
            room.shoot("refused");

            Fx.run(() -> room.room().bus().run("report.resend"));
            Fx.until("taken", () -> state(room, study).equals("final"));
            assertEquals(2, receiver.messages().size());
        } finally {
            served.close();
        }
    }

    /** FX thread. */
    private static String state(TestRoom room, Uid study) {
        return room.room().models().worklist().rows().stream()
                .filter(row -> row.item().id().study().equals(study))
                .map(WorklistRow::state)
                .findFirst()
                .orElse("");
    }

    /** FX thread. */
    private static String detail(TestRoom room) {
        return room.window(ScreenRole.WORK).getScene().getRoot().lookupAll("#report-delivery .detail").stream()
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }
}
