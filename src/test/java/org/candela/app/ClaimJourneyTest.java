package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.OrthancServer;
import org.candela.VirtualDesk;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.candela.worklist.ReadingState;
import org.candela.worklist.claim.WorkitemServer;
import org.candela.worklist.claim.WorkitemServer.Dialect;
import org.candela.worklist.ui.WorklistRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two readers and one facility that keeps claims: its images on Orthanc, its workitems beside it. */
class ClaimJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final FacilityId CLINIC = new FacilityId("clinic");

    @TempDir
    static Path folder;

    private static OrthancServer orthanc;
    private static WorkitemServer workitems;
    private static SyntheticStudy first;
    private static SyntheticStudy second;
    private static SyntheticStudy third;
    private static SyntheticStudy fourth;

    @BeforeAll
    static void facility() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        workitems = new WorkitemServer(Dialect.DCM4CHEE);
        Fx.start();
        SyntheticStudies studies = new SyntheticStudies(5, CLOCK.instant());
        first = stored(studies, "CR");
        second = stored(studies, "MR");
        workitems.schedule(taskOf(first), first.uid().value(), "");
        workitems.schedule(taskOf(second), second.uid().value(), "");
        SyntheticStudies others = new SyntheticStudies(6, CLOCK.instant());
        third = stored(others, "CR");
        fourth = stored(others, "MR");
    }

    private static SyntheticStudy stored(SyntheticStudies studies, String modality) throws Exception {
        SyntheticStudy made =
                studies.writeModality(modality, folder.resolve("files")).get(0);
        DicomWebClient client = new DicomWebClient(WebEndpoint.of(orthanc.dicomWeb()), HttpClient.newHttpClient());
        assertTrue(client.store(made.files(), new Cancellation()).isComplete());
        return made;
    }

    private static String taskOf(SyntheticStudy study) {
        return study.uid().value() + ".1";
    }

    @AfterAll
    static void stop() throws Exception {
        if (workitems != null) {
            workitems.close();
        }
        if (orthanc != null) {
            orthanc.close();
        }
    }

    // [utest->req~app.claims~1]
    // [utest->req~app.shift-end~1]
    @Test
    void oneReadsTheOtherIsToldAndAtTheEndNothingIsInProgress(@TempDir Path one, @TempDir Path two) throws Exception {
        try (TestRoom room = open(one, workitems)) {
            room.calibrate();
            read(room, first);
            assertEquals("IN PROGRESS", workitems.state(taskOf(first)));
            Fx.until("told", () -> state(room, first).equals("open"));
        }
        try (TestRoom other = open(two, workitems)) {
            other.calibrate();
            Fx.until("the claim of the other", () -> state(other, first).equals("taken by reader-1"));
            other.open(first.uid(), Purpose.DIAGNOSIS);
            Fx.until("blocked", () -> dialog("Open for review").isPresent());
            other.shoot("taken");
            assertEquals(ReadingState.READY, other.stateOf(first.uid()));
            press("Open for review");
            other.awaitImages(first.uid());
        }
        try (TestRoom again = TestRoom.on(one)) {
            read(again, first);
            signFinal(again);
            Fx.until("completed", () -> workitems.state(taskOf(first)).equals("COMPLETED"));
            read(again, second);
            Fx.run(again.room().reading().cases()::close);
            Fx.until("put aside", () -> state(again, second).equals("put aside"));
            assertEquals(1, workitems.count("IN PROGRESS"));

            Fx.run(() -> again.room().bus().run("shift.end"));
            Fx.until("the question", () -> dialog("Give back what is ticked").isPresent());
            again.shoot("shift-end");
            assertEquals(1, boxes("Give back what is ticked").size());
            press("Give back what is ticked");

            Fx.until("given back", () -> workitems.count("IN PROGRESS") == 0);
            Fx.until("ready", () -> state(again, second).equals("ready"));
            tryServices(again);
        }
    }

    // [utest->req~app.claims~1]
    // [utest->req~app.shift-end~1]
    // [utest->req~report.sign-gate-told~1]
    // [utest->req~report.unsigned-on-leaving~1]
    @Test
    void whatIsLostIsToldWhatIsGivenBackIsAskedAndSoIsWhatIsLeftOnLeaving(@TempDir Path home) throws Exception {
        try (WorkitemServer tasks = new WorkitemServer(Dialect.STANDARD)) {
            tasks.schedule(taskOf(third), third.uid().value(), "");
            tasks.schedule(taskOf(fourth), fourth.uid().value(), "");
            try (TestRoom room = open(home, tasks)) {
                room.calibrate();
                loseToAnother(room, tasks);
                keepOne(room, tasks);
                leave(room, tasks);
            }
        }
    }

    private static void loseToAnother(TestRoom room, WorkitemServer tasks) throws Exception {
        tasks.away(true);
        read(room, third);
        tasks.take(taskOf(third), "BERTA");
        tasks.away(false);
        Fx.until("the loss", Duration.ofSeconds(40), () -> isTold(room, "claim.lost"));
        String lost = room.awaitProblem("claim.lost");
        assertTrue(lost.contains("Another reader has a study that you opened: clinic"), lost);
        assertTrue(lost.contains("Its report cannot be signed here"), lost);

        signFinal(room);
        Fx.until("refused", () -> notice(room).startsWith("Not signed: clinic keeps this study for BERTA"));
        room.shoot("claim-lost");
        assertEquals(ReadingState.OPEN, room.stateOf(third.uid()));

        Fx.run(() -> room.room().bus().run("case.give-back"));
        Fx.until("the question", () -> dialog("Give back").isPresent());
        room.shoot("give-back-lost");
        assertFalse(words("Give back").contains("cancels its task"), "it is another's to cancel");
        press("Give back");
        Fx.until("given back", () -> isClosed(room));
        assertEquals("IN PROGRESS", tasks.state(taskOf(third)), "the other goes on");
    }

    private static void keepOne(TestRoom room, WorkitemServer tasks) throws Exception {
        read(room, fourth);
        Fx.run(() -> room.room().bus().run("case.give-back"));
        Fx.until("the question", () -> dialog("Give back").isPresent());
        room.shoot("give-back");
        assertTrue(words("Give back").contains("Giving it back cancels its task there"), words("Give back"));
        press("Give back", "Cancel");
        Fx.until("no question", () -> dialog("Give back").isEmpty());
        assertEquals("IN PROGRESS", tasks.state(taskOf(fourth)));
        assertFalse(Fx.call(() -> isClosed(room)));
    }

    private static void leave(TestRoom room, WorkitemServer tasks) throws Exception {
        String give = "Give back what is ticked and leave";
        Fx.run(() -> room.room().bus().run("app.quit"));
        Fx.until("the unsigned report is named", () -> dialog("Go on").isPresent());
        room.shoot("leaving-unsigned");
        assertTrue(words("Go on").contains("One report is not signed"), words("Go on"));
        press("Go on");
        Fx.until("the question", () -> dialog(give).isPresent());
        room.shoot("leaving");
        assertEquals(1, boxes(give).size(), "what another has is not asked for");
        press(give);
        Fx.until("told", () -> tasks.state(taskOf(fourth)).equals("CANCELED"));
        assertEquals(1, tasks.count("IN PROGRESS"), "the other's alone");
    }

    private static boolean isTold(TestRoom room, String code) {
        return room.window(ScreenRole.WORK).getScene().getRoot().lookupAll(".problem").stream()
                .anyMatch(row -> code.equals(row.getUserData()));
    }

    private static String notice(TestRoom room) {
        return room.room().models().report().noticeProperty().get().text();
    }

    private static boolean isClosed(TestRoom room) {
        return room.room().reading().cases().currentProperty().get().isEmpty();
    }

    /** All words of a dialog. */
    private static String words(String button) {
        return Fx.call(() -> dialog(button).orElseThrow().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining(" ")));
    }

    // [utest->req~app.facility-trial~1]
    private static void tryServices(TestRoom room) throws Exception {
        Fx.run(() -> room.room().bus().run("facilities.test"));
        Fx.until("all tried", () -> results()
                .map(root -> ((Label) root.lookup("#dialog-standing")).getText())
                .filter("All services were tried."::equals)
                .isPresent());
        room.shoot("services");
        List<String> lines = Fx.call(() -> ((VBox) results().orElseThrow().lookup("#dialog-results"))
                .getChildren().stream().map(node -> ((Labeled) node).getText()).toList());
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("Clinic, dicomweb: answers a query and sends an object"), lines.get(0));
        assertTrue(lines.get(1).startsWith("Clinic, ups: answers a search"), lines.get(1));
    }

    private static Optional<Parent> results() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.lookup("#dialog-results") != null)
                .findFirst();
    }

    /** As the row says. FX thread. */
    private static String state(TestRoom room, SyntheticStudy study) {
        return room.room().models().worklist().rows().stream()
                .filter(row -> row.item().study().uid().equals(study.uid()))
                .map(WorklistRow::state)
                .findFirst()
                .orElse("");
    }

    private static void read(TestRoom room, SyntheticStudy study) {
        room.open(study.uid(), Purpose.DIAGNOSIS);
        room.awaitImages(study.uid());
    }

    private static void signFinal(TestRoom room) {
        ReportViewModel report = room.room().models().report();
        Fx.until("the report", () -> report.reportProperty().get().isPresent());
        Fx.run(() -> List.copyOf(report.findings()).stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .forEach(finding -> report.textProperty(finding.fieldId()).set("No acute finding.")));
        Fx.run(() -> List.copyOf(report.findings()).forEach(report::toggleConfirmed));
        Fx.run(() -> {
            var unused = report.sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray());
        });
    }

    private static TestRoom open(Path home, WorkitemServer tasks) throws Exception {
        try (Database database = Database.open(AppPaths.under(home).database(), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK)
                    .saveService(ServiceEndpoint.of(CLINIC, "ups", tasks.root().toString()));
        }
        return new TestRoom(home, PATIENCE, Facility.of(CLINIC, "Clinic", orthanc.dicomWeb()));
    }

    /** The dialog with a button of this name. FX thread. */
    private static Optional<Parent> dialog(String button) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.lookupAll(".button").stream()
                        .anyMatch(node ->
                                node instanceof Button named && named.getText().equals(button)))
                .findFirst();
    }

    private static List<CheckBox> boxes(String button) {
        return Fx.call(() -> dialog(button).orElseThrow().lookupAll("#dialog-lines .check-box").stream()
                .map(CheckBox.class::cast)
                .toList());
    }

    private static void press(String button) {
        press(button, button);
    }

    private static void press(String dialog, String button) {
        Fx.run(() -> dialog(dialog).orElseThrow().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(named -> named.getText().equals(button))
                .findFirst()
                .orElseThrow()
                .fire());
    }
}
