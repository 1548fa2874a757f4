package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Uid;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.DeliveryRow;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What facilities do wrong, as the reader at the desk lives through it. */
// [utest->req~app.bad-input~1]
class BadInputJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Of the first of the study's two series. */
    private static final int SLICES = 26;

    @TempDir
    private Path folder;

    private final Executors served = new Executors();
    private Optional<DemoFacility> running = Optional.empty();
    private List<SyntheticStudy> studies = List.of();

    @BeforeEach
    void aFacilityAndADesk() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Path files = folder.resolve("files");
        studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("MR", files);
        String id = studies.get(0).facility();
        running = Optional.of(
                DemoFacility.start(DemoFacility.Settings.of(id, "South", files, studies), served.io(), CLOCK));
    }

    @AfterEach
    void closeThem() throws Exception {
        if (running.isPresent()) {
            running.orElseThrow().close();
        }
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, web.refused, answered HTTP status 500",
        "HALF_ANSWER, web.broken-response, half an answer",
        "HANG_UP, web.unreachable, the server cannot be reached",
        "SILENCE, web.timed-out, no answer in time"
    })
    void aRetrievalThatFailsSaysWhereAndHowAndTheNextOneSucceeds(Fault fault, String code, String how)
            throws Exception {
        try (TestRoom room = open()) {
            Uid study = current();
            room.row(study);
            facility().faults().inject(Service.RETRIEVE, fault);

            room.open(study, Purpose.REVIEW);
            String told = room.awaitProblem(code);
            room.shoot("retrieve-" + fault);

            assertTrue(told.contains(studies.get(0).facility() + ": GET 127.0.0.1"), told);
            assertTrue(told.contains(how), told);
            assertTrue(told.contains("open the study again"), told);
            room.requireAlive();
            assertEquals(ReadingState.READY, room.stateOf(study));
            facility().faults().clear();
            room.open(study, Purpose.REVIEW);
            room.awaitImages(study);
        }
    }

    // [utest->req~study.refused-named~1]
    @Test
    void ofAStudyWithATruncatedObjectTheOthersOpenAndTheGapIsTold() throws Exception {
        Path cut = studies.get(0).files().get(3);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cut) - 1000);
        }
        try (TestRoom room = open()) {
            room.open(current(), Purpose.REVIEW);
            room.awaitImages(current());

            String told = room.awaitProblem("study.incomplete");
            room.shoot("truncated");

            assertTrue(told.contains("series 2, image 4, offset"), told);
            assertTrue(told.contains("bytes where"), told);
            assertEquals(SLICES - 1, hung(room).frameCount());
            assertTrue(markings(room).stream().allMatch(text -> text.contains("IMAGES MISSING")), "" + markings(room));
            room.requireAlive();
        }
    }

    // [utest->req~study.own-disk~1]
    @Test
    void aDiskOfOursThatTakesNothingIsNotBlamedOnTheFacilityAndWorkGoesOnWhenItDoes() throws Exception {
        Path studiesFolder = folder.resolve("home").resolve("studies");
        try (TestRoom room = open()) {
            room.row(current());
            Files.createFile(studiesFolder);

            room.open(current(), Purpose.REVIEW);
            String told = room.awaitProblem("study.disk");
            room.shoot("own-disk");

            assertTrue(told.contains("This computer cannot keep the study | " + folder.resolve("home")), told);
            assertTrue(told.contains("Make room"), told);
            room.requireAlive();
            Files.delete(studiesFolder);
            room.open(current(), Purpose.REVIEW);
            room.awaitImages(current());
        }
    }

    @Test
    void anImageOfAnUnknownTransferSyntaxSaysSoInItsPlaceAndTheOthersAreShown() throws Exception {
        renameTransferSyntax(studies.get(0).files().get(0), "1.2.840.10008.1.2.1", "1.2.840.999999.1.20");
        try (TestRoom room = open()) {
            room.open(current(), Purpose.REVIEW);
            room.awaitImages(current());
            room.shoot("unknown-syntax");

            int good = 0;
            int bad = 0;
            for (int i = 0; i < Fx.call(() -> hung(room).frameCount()); i++) {
                int index = i;
                Fx.run(() -> hung(room).scrollTo(index));
                Fx.until("drawn", () -> room.view(ScreenRole.DIAGNOSTIC_LEFT).isUpToDate());
                if (Fx.call(() -> hung(room).problem().isPresent())) {
                    bad++;
                    String words = label(room, "#problem");
                    assertTrue(words.contains("1.2.840.999999.1.20"), words);
                    assertTrue(words.startsWith("This image cannot be shown."), words);
                    room.shoot("unknown-syntax-in-place");
                } else {
                    good++;
                }
            }
            assertEquals(1, bad);
            assertEquals(SLICES - 1, good);
            room.requireAlive();
        }
    }

    @Test
    void aReportNobodyAcknowledgesSaysForHowLongWhileWorkGoesOnAndArrivesOnce() throws Exception {
        try (TestRoom room = open()) {
            room.calibrate();
            room.open(current(), Purpose.DIAGNOSIS);
            room.awaitImages(current());
            facility().faults().inject(Service.REPORT, Fault.SILENCE);

            signPreliminary(room);
            Fx.until("an age", () -> delivery(room).matches(".*waiting for the facility, [1-9] s"));
            String young = Fx.call(() -> delivery(room));
            Fx.until("growing", () -> !delivery(room).equals(young));
            room.shoot("no-ack");

            room.requireAlive();
            assertEquals(List.of(), facility().receivedReports());
            Fx.run(room.room().reading().cases()::close);
            room.open(current(), Purpose.DIAGNOSIS);
            room.awaitImages(current());
            endSilence();
            Fx.until("acknowledged: " + Fx.call(() -> delivery(room)), () -> delivery(room)
                    .contains("received by the facility at"));
            assertEquals(1, facility().receivedReports().size());
        }
    }

    private static void signPreliminary(TestRoom room) {
        ReportViewModel report = room.room().models().report();
        Fx.until("the report", () -> report.reportProperty().get().isPresent());
        Fx.run(() -> List.copyOf(report.findings()).stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .forEach(finding -> report.textProperty(finding.fieldId()).set("No acute finding.")));
        Fx.run(() -> List.copyOf(report.findings()).forEach(report::toggleConfirmed));
        Fx.run(() -> {
            var unused = report.sign(SignatureMeaning.PRELIMINARY, TestRoom.PIN.toCharArray());
        });
        Fx.until("signed", () -> !report.deliveries().isEmpty());
    }

    /** The newest row of deliveries; blank when there is none. FX thread. */
    private static String delivery(TestRoom room) {
        return room.room().models().report().deliveries().stream()
                .map(DeliveryRow::text)
                .findFirst()
                .orElse("");
    }

    private void endSilence() {
        facility().faults().close();
        facility().faults().clear();
    }

    private Viewport hung(TestRoom room) {
        return room.room().reading().session().viewport(Place.LEFT);
    }

    private static List<String> markings(TestRoom room) {
        return Fx.call(() -> List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT, ScreenRole.WORK).stream()
                .map(role -> (Label) room.window(role).getScene().getRoot().lookup(".marking"))
                .map(Label::getText)
                .toList());
    }

    private static String label(TestRoom room, String selector) {
        return Fx.call(() -> ((Label) room.view(ScreenRole.DIAGNOSTIC_LEFT).lookup(selector)).getText());
    }

    /** In the bytes, so that nothing of ours has to be willing to write it. Both UIDs take 20 bytes with their padding. */
    private static void renameTransferSyntax(Path file, String from, String to) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("UI\u0014\u0000" + from + "\u0000");
        assertTrue(at > 0, "no transfer syntax of 20 bytes");
        byte[] other = (to + "\u0000").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(other, 0, bytes, at + 4, 20);
        Files.write(file, bytes);
    }

    private Uid current() {
        return studies.get(0).uid();
    }

    private DemoFacility facility() {
        return running.orElseThrow();
    }

    private TestRoom open() throws Exception {
        return new TestRoom(folder.resolve("home"), PATIENCE, facility().facility());
    }
}
