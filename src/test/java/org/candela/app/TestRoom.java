package org.candela.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.base.Uid;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.dictation.session.DictationSession;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.practice.PapersInOrder;
import org.candela.practice.Practice;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.shell.ScreenShots;
import org.candela.store.Database;
import org.candela.study.FacilityReachable;
import org.candela.study.RemoteStudies;
import org.candela.study.StudySource;
import org.candela.vault.FastVault;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.candela.viewer.ui.ViewportView;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.candela.worklist.ui.WorklistRow;

/** The product's own room on the virtual desk, opened inside the test, with hands and eyes for it. */
final class TestRoom implements AutoCloseable {
    static final String READER = "reader-1";
    static final String PIN = "2580";
    private static final Clock CLOCK = Clock.systemUTC();

    private final Shutdown shutdown = new Shutdown(Duration.ofSeconds(10));
    private final OpenRoom open;
    private final Reporting reporting;

    /**
     * Opens it.
     *
     * @param patience how long a facility may take to answer, and pause within an answer
     */
    TestRoom(Path home, Duration patience, Facility... facilities) throws Exception {
        this(settled(AppPaths.under(home), facilities), patience);
    }

    private TestRoom(AppPaths paths, Duration patience) throws Exception {
        this(new Config(paths, "", true, Places.NONE, READER, 30, 0), patience);
    }

    private TestRoom(Config config, Duration patience) throws Exception {
        Executors executors = new Executors();
        House house = patient(House.open(config, CLOCK, executors), patience, executors);
        shutdown.closing("database", house.base().database());
        RandrDriver driver = shutdown.closing(
                "displays",
                RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow());
        shutdown.closing("executors", executors);
        reporting = shutdown.closing("reports", Reporting.of(house, executors, READER));
        reporting.pump().start();
        Screens screens = new Screens(driver, Optional.of(driver));
        open = Fx.call(() -> new RoomBuilder(house, executors, screens, reporting).build());
        shutdown.closing("windows", open);
        Fx.run(() -> {
            var unused = open.open(executors, () -> {});
        });
        Fx.until("the windows", () -> open.room().desk().planProperty().get().isComplete());
    }

    /** Opens it on a home that knows its facilities and its reader. */
    static TestRoom on(Path home) throws Exception {
        return new TestRoom(AppPaths.under(home), Duration.ofSeconds(20));
    }

    /** Opens it on a home with a key store, which the words open. */
    static TestRoom sealed(Path home, String words, Facility... facilities) throws Exception {
        AppPaths paths = AppPaths.under(home);
        Vault vault = FastVault.at(paths.vault());
        if (!vault.exists()) {
            settled(paths, facilities);
            vault.create(words.toCharArray());
        }
        VaultDoor door = new VaultDoor(vault, List.of(() -> Optional.of(words.toCharArray())));
        return new TestRoom(new Config(paths, "", true, Places.NONE, READER, 30, 0, 0, door), Duration.ofSeconds(20));
    }

    private static AppPaths settled(AppPaths paths, Facility... facilities) throws CandelaException {
        AuditLog audit = new AuditLog();
        try (Database database = Database.open(paths.database(), CLOCK)) {
            Facilities known = new Facilities(database, audit, CLOCK);
            Practice practice = new Practice(database, audit, CLOCK);
            for (Facility facility : facilities) {
                known.add(facility.isDemo() ? facility : facility.withStates(Set.of(PapersInOrder.STATE)));
                practice.enter(PapersInOrder.at(facility.id(), CLOCK.instant()), READER);
            }
            new Pins(new Ledger(database, audit, CLOCK)).enrol(new Signer(READER, "READER", "TEST"), PIN.toCharArray());
        }
        return paths;
    }

    /** The same house with other time limits, which a home reader has no reason to set. */
    private static House patient(House house, Duration patience, Executors executors) {
        HttpClient http = HttpClient.newBuilder().executor(executors.web()).build();
        House.Base base = house.base();
        Map<Facility, StudySource> listed = new LinkedHashMap<>();
        List<FacilityReachable> checks = new ArrayList<>();
        for (Facility facility : house.reached().sources().keySet()) {
            DicomWebClient client =
                    new DicomWebClient(WebEndpoint.of(facility.dicomWeb()).within(patience, patience), http);
            checks.add(new FacilityReachable(facility, client, base.clock()));
            listed.put(
                    facility,
                    new RemoteStudies(
                            facility.id(),
                            client,
                            house.library(),
                            house.library().files().incoming(),
                            executors.io()));
        }
        Worklist worklist = new Worklist(listed, base.database(), base.audit(), base.clock());
        return new House(
                base,
                house.library(),
                house.images(),
                new House.Reached(
                        listed, checks, house.reached().web(), house.reached().workitems()),
                worklist,
                house.protocols(),
                house.presets(),
                house.displays());
    }

    OpenRoom room() {
        return open;
    }

    /** From the first typed word to the acknowledgement. */
    Reporting reporting() {
        return reporting;
    }

    /** What hears the reader. */
    DictationSession dictation() {
        return reporting.speech().session();
    }

    /** The row of a study, once it is listed. */
    WorklistRow row(Uid study) {
        Fx.until("the row of a study", () -> find(study).isPresent());
        return Fx.call(() -> find(study).orElseThrow());
    }

    private Optional<WorklistRow> find(Uid study) {
        return open.models().worklist().rows().stream()
                .filter(row -> row.item().study().uid().equals(study))
                .findFirst();
    }

    /** What the store says of a study's reading, whatever the screen shows. */
    ReadingState stateOf(Uid study) throws CandelaException {
        return open.house()
                .worklist()
                .find(row(study).item().id())
                .orElseThrow()
                .state();
    }

    /** As a double click on its row does. */
    void open(Uid study, Purpose purpose) {
        WorklistRow row = row(study);
        Fx.run(() -> open.reading().cases().open(row.item(), purpose));
    }

    /** Calibrates both diagnostic displays as the product does, so that the desk is ready. */
    void calibrate() throws Exception {
        DisplayQaViewModel displays = open.models().displayQa();
        for (ScreenRole role : List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)) {
            ScreenId screen = screen(role);
            Fx.until("the displays", () -> displays.displays().stream()
                    .anyMatch(row -> row.id().equals(screen)));
            Fx.call(() -> displays.select(screen)).get(10, TimeUnit.SECONDS);
            if (Fx.call(displays::calibrate).get(60, TimeUnit.SECONDS).isEmpty()) {
                throw new AssertionError("no calibration of " + screen);
            }
        }
    }

    ScreenId screen(ScreenRole role) {
        return Fx.call(() -> open.room()
                .desk()
                .planProperty()
                .get()
                .screenOf(role)
                .orElseThrow()
                .id());
    }

    /** Waits until the images of a study hang and are drawn. */
    void awaitImages(Uid study) {
        Fx.until("images; problems: " + problems(), Duration.ofSeconds(30), () -> open.reading()
                .cases()
                .currentProperty()
                .get()
                .filter(opened -> opened.study().uid().equals(study))
                .isPresent());
        Fx.until("drawn", () -> Stream.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)
                .map(this::view)
                .allMatch(ViewportView::isUpToDate));
    }

    /** The viewport on a diagnostic screen. FX thread. */
    ViewportView view(ScreenRole role) {
        return (ViewportView) window(role).getScene().getRoot().lookup(".viewport");
    }

    Stage window(ScreenRole role) {
        return open.room().desk().windowOf(role).orElseThrow();
    }

    /** The problems at the foot of the work screen, each in one line with its code. */
    List<String> problems() {
        return Fx.call(() -> window(ScreenRole.WORK).getScene().getRoot().lookupAll(".problem").stream()
                .map(row -> row.lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining(" | ")))
                .toList());
    }

    /** Waits for a problem with this code and returns its words. */
    String awaitProblem(String code) {
        Fx.until("a problem " + code, () -> problemNodes(code).findAny().isPresent());
        Fx.settle();
        return problems().stream()
                .filter(line -> line.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Node> problemNodes(String code) {
        return window(ScreenRole.WORK).getScene().getRoot().lookupAll(".problem").stream()
                .filter(row -> code.equals(row.getUserData()));
    }

    /** Presses a key in a window, as the X server delivers it. */
    void press(ScreenRole role, KeyCode key, KeyCode... held) {
        DeskKeyboard.turnTo(window(role));
        Fx.run(() -> {
            Robot robot = new Robot();
            List.of(held).forEach(robot::keyPress);
            robot.keyType(key);
            List.of(held).forEach(robot::keyRelease);
        });
    }

    /** How long the FX thread takes to come to a new task. */
    static Duration answerTime() throws Exception {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        long asked = System.nanoTime();
        Platform.runLater(() -> answered.complete(System.nanoTime()));
        return Duration.ofNanos(answered.get(10, TimeUnit.SECONDS) - asked);
    }

    /** Turns pages by key and back, which needs keyboard, command bus and drawing; fails when the desk is not alive. */
    void requireAlive() throws Exception {
        Duration answer = answerTime();
        if (answer.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new AssertionError("the FX thread took " + answer);
        }
        press(ScreenRole.WORK, KeyCode.F3);
        Fx.until("the page of displays", () -> isSelected("tab-displays"));
        press(ScreenRole.WORK, KeyCode.F2);
        Fx.until("the page of reading", () -> isSelected("tab-reading"));
    }

    private boolean isSelected(String tab) {
        return window(ScreenRole.WORK).getScene().getRoot().lookup("#" + tab).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
    }

    /** Pictures for people: {@code -Dcandela.shots=DIR}. */
    void shoot(String step) throws IOException {
        Fx.settle();
        String target = System.getProperty("candela.shots", "");
        if (!target.isBlank()) {
            for (ScreenShots.Shot shot : Fx.call(
                    () -> ScreenShots.take(open.room().desk().planProperty().get()))) {
                shot.write(Path.of(target), step);
            }
        }
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
