package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.DeskHeads;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.EditHistory;
import org.candela.base.ScreenId;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.store.Database;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room on the desk of three monitors, with plain nodes in the place of the views. */
class ReadingRoomTest {
    private static final ScreenId LEFT = new ScreenId("CDL-0D1A-VIRT-1001");
    private static final ScreenId RIGHT = new ScreenId("CDL-0D1A-VIRT-1002");
    private static final ScreenId WORK = new ScreenId("CDL-0D1B-VIRT-1003");

    @TempDir
    Path folder;

    private final TextArea report = new TextArea();
    private final Map<String, Node> images = new HashMap<>();
    private final SimpleObjectProperty<Integer> panels = new SimpleObjectProperty<>(0);
    private final SimpleStringProperty patient = new SimpleStringProperty("");
    private final SimpleStringProperty marking = new SimpleStringProperty("");
    private final List<Throwable> failures = new ArrayList<>();
    private final CommandBus bus = new CommandBus(new EditHistory(), failures::add);
    private final Keyboard keyboard = new Keyboard(KeyMap.standard(Map.of()).bindings(), KeyBindings.none(), own -> {});
    private final List<Integer> keptSizes = new ArrayList<>();
    private final TextSize textSize = new TextSize(100, keptSizes::add);
    private Database database;
    private RandrDriver driver;
    private ReadingRoom room;
    private DeskHeads heads;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    private final Label shelf = new Label("series and marks");

    @BeforeEach
    void openTheRoom() throws Exception {
        String display = VirtualDesk.ownDesk().orElseThrow();
        heads = new DeskHeads(display);
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        driver = RandrDriver.open(display).orElseThrow();
        UiExecutor ui = new UiExecutor();
        DeskPlanner planner = new DeskPlanner(
                new DeskScreens(driver, Runnable::run), DeskPlanner.Memory.in(database), Runnable::run, failures::add);
        room = Fx.call(() -> new ReadingRoom(
                new RoomViews(
                        new StackPane(new Label("worklist")),
                        report,
                        new StackPane(new Label("readiness")),
                        new StackPane(new Label("displays")),
                        this::imageView,
                        shelf,
                        panels,
                        patient,
                        marking,
                        Clock.systemUTC()),
                bus,
                new ReadingRoom.Hands(keyboard, TestMouse.shipped(), textSize),
                new ReadingRoom.DeskSeat(planner, ui)));
        Fx.call(() -> room.open());
        Fx.until("the windows stand", () -> !plan().placements().isEmpty());
        Fx.settle();
    }

    @AfterEach
    void closeTheRoom() throws Exception {
        if (room == null) {
            return;
        }
        if (!plan().isComplete()) {
            heads.plugAllIn();
            Fx.until("three monitors", () -> plan().isComplete());
        }
        Fx.run(() -> room.desk().close());
        driver.close();
        database.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void eachMonitorHasItsWindowAtItsBounds() {
        assertEquals(
                Map.of(
                        LEFT, ScreenRole.DIAGNOSTIC_LEFT,
                        RIGHT, ScreenRole.DIAGNOSTIC_RIGHT,
                        WORK, ScreenRole.WORK),
                rolesById());
        assertStands(ScreenRole.DIAGNOSTIC_LEFT, new Area(0, 0, 1536, 2048));
        assertStands(ScreenRole.DIAGNOSTIC_RIGHT, new Area(1536, 0, 1536, 2048));
        assertStands(ScreenRole.WORK, new Area(3072, 0, 1920, 1080));
        assertTrue(Fx.call(() -> !lookup("#tab-images").isVisible()));
    }

    // [utest->req~shell.hot-plug~1]
    @Test
    void aMonitorThatGoesAndComesBackChangesNothingThatWasOpen() throws Exception {
        Fx.run(() -> report.setText("no focal lesion"));

        heads.unplug("DUMMY1");
        Fx.until("two monitors", () -> plan().placements().size() == 2);
        assertHangs("[0, 1] for " + LEFT, ScreenRole.DIAGNOSTIC_LEFT);
        assertFalse(Fx.call(() -> window(ScreenRole.DIAGNOSTIC_RIGHT).isShowing()));

        heads.plugAllIn();
        Fx.until("three monitors", () -> plan().isComplete());
        assertStands(ScreenRole.DIAGNOSTIC_RIGHT, new Area(1536, 0, 1536, 2048));
        assertEquals("no focal lesion", Fx.call(report::getText));
        assertHangs("[0] for " + LEFT, ScreenRole.DIAGNOSTIC_LEFT);
        assertHangs("[1] for " + RIGHT, ScreenRole.DIAGNOSTIC_RIGHT);
    }

    @Test
    void withoutDiagnosticMonitorsImagesBecomeAPageOfTheWorkScreen() throws Exception {
        heads.unplug("DUMMY0", "DUMMY1");
        Fx.until("one monitor", () -> plan().isShared());

        Fx.run(() -> bus.run("work.images"));

        assertTrue(Fx.call(() -> lookup("#tab-images").isVisible()));
        assertHangs("[0, 1] for " + WORK, ScreenRole.WORK);
    }

    @Test
    void exchangingTheDiagnosticScreensIsRememberedAndUndone() {
        Fx.run(() -> bus.run("screens.swap"));
        Fx.until("exchanged", () -> ScreenRole.DIAGNOSTIC_RIGHT == rolesById().get(LEFT));
        assertStands(ScreenRole.DIAGNOSTIC_RIGHT, new Area(0, 0, 1536, 2048));

        Fx.run(bus::undo);
        Fx.until("as before", () -> ScreenRole.DIAGNOSTIC_LEFT == rolesById().get(LEFT));
    }

    // [utest->req~shell.text-size~1]
    @Test
    void wordsGrowOnEveryScreenToTwiceTheirSizeAndThatIsKept() {
        for (int step = 0; step < 6; step++) {
            Fx.run(() -> bus.run("app.larger"));
        }
        Fx.settle();

        assertEquals(List.of(125, 150, 175, 200), keptSizes);
        assertEquals(28, lettersOf(ScreenRole.WORK, "#work-patient"), 0.01);
        assertEquals(28, lettersOf(ScreenRole.DIAGNOSTIC_LEFT, "#key-hint"), 0.01);
        Fx.run(() -> bus.run("app.smaller"));
        assertEquals(175, keptSizes.get(4));
    }

    private double lettersOf(ScreenRole role, String label) {
        return Fx.call(
                () -> ((Label) window(role).getScene().lookup(label)).getFont().getSize());
    }

    // [utest->req~shell.hover-help~1]
    @Test
    void aButtonTellsTheKeyItHasNowWhileThePointerRestsOnIt() {
        ToggleButton displays = Fx.call(() -> (ToggleButton) lookup("#tab-displays"));
        Fx.run(() -> keyboard.give("work.displays", KeySequence.parse("Ctrl+F3")));

        String told = Fx.call(() -> {
            displays.getTooltip().getOnShowing().handle(null);
            return displays.getTooltip().getText();
        });

        assertEquals("Show readiness and displays   Ctrl+F3", told);
    }

    // [utest->req~shell.identity~1]
    @Test
    void theWorkScreenSaysWhoseStudyIsOpen() {
        assertEquals("No study open", Fx.call(() -> ((Label) lookup("#work-patient")).getText()));

        Fx.run(() -> patient.set("SYNTHETIC, ANNA   4 Mar 1960   F"));

        assertEquals("SYNTHETIC, ANNA   4 Mar 1960   F", Fx.call(() -> ((Label) lookup("#work-patient")).getText()));
    }

    // [utest->req~shell.review-marked~1]
    @Test
    void whatIsNotForDiagnosisSaysSoOnEveryScreen() {
        Fx.run(() -> marking.set("NOT FOR DIAGNOSIS"));

        for (ScreenRole role : List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT, ScreenRole.WORK)) {
            assertTrue(Fx.call(() -> window(role).getScene().lookup(".marking").isVisible()), role.toString());
        }
    }

    @Test
    void aProblemWaitsAtTheFootOfTheWorkScreen() {
        Fx.run(() -> room.show(new Problem("A facility did not answer", "Try again.", "web.timeout")));

        assertEquals("web.timeout", Fx.call(() -> ((Label) lookup("#problems .error-code")).getText()));
    }

    // [utest->req~shell.problem-whole~1]
    @Test
    void noWordOfALongProblemIsCutOff() {
        Fx.run(() -> room.show(new Problem(
                "A facility did not answer as it should", "Some words. ".repeat(40), "web.broken-response")));
        Fx.settle();

        for (Node part :
                Fx.call(() -> List.copyOf(((Parent) lookup("#problems .problem")).getChildrenUnmodifiable()))) {
            Region region = (Region) part;
            assertTrue(region.getHeight() >= region.prefHeight(region.getWidth()), part.toString());
            assertTrue(
                    region.prefHeight(-1) < region.getHeight() || region.getWidth() >= region.prefWidth(-1),
                    part.toString());
        }
    }

    @Test
    void keysRunCommandsWhileTextIsTypedAndLettersDoNot() {
        Fx.run(() -> {
            window(ScreenRole.WORK).requestFocus();
            report.requestFocus();
            Robot robot = new Robot();
            robot.keyType(KeyCode.A);
            robot.keyType(KeyCode.F3);
        });

        Fx.until("the page of displays", () -> !report.getParent().getParent().isVisible());
        assertEquals("a", Fx.call(report::getText));
    }

    // [utest->req~shell.key-help~1]
    @Test
    void theKeysOfAScreenAreShownOverItAndEscPutsThemAway() {
        Fx.run(() -> {
            window(ScreenRole.WORK).requestFocus();
            report.requestFocus();
        });
        Fx.until("keyboard", () -> window(ScreenRole.WORK).isFocused());
        Fx.run(() -> new Robot().keyType(KeyCode.F12));
        Fx.until("help", () -> lookup("#key-help").isVisible());
        assertTrue(Fx.call(() -> lookup("#key-help").lookupAll(".key-name").stream()
                .anyMatch(key -> ((Label) key).getText().startsWith("F12"))));
        assertFalse(Fx.call(() -> window(ScreenRole.DIAGNOSTIC_LEFT)
                .getScene()
                .lookup("#key-help")
                .isVisible()));

        Fx.run(() -> new Robot().keyType(KeyCode.ESCAPE));

        Fx.until("no help", () -> !lookup("#key-help").isVisible());
    }

    // [utest->req~shell.key-help~1]
    @Test
    void imageScreensNameTheKeyOfTheHelpOnlyWhileNoStudyIsOpen() {
        Label hint = (Label) window(ScreenRole.DIAGNOSTIC_LEFT).getScene().lookup("#key-hint");
        assertTrue(Fx.call(() -> hint.isVisible() && hint.getText().startsWith("F12")));

        Fx.run(() -> patient.set("SYNTHETIC, ANNA"));

        assertFalse(Fx.call(hint::isVisible));
    }

    // [utest->req~shell.own-keys~1]
    @Test
    void aKeyIsChangedInThePaletteAndTheOtherCommandLosesItOnlyByEnter() {
        Fx.run(() -> window(ScreenRole.WORK).requestFocus());
        Fx.until("keyboard", () -> window(ScreenRole.WORK).isFocused());
        type(KeyCode.F1);
        Fx.run(() -> ((TextField) lookup("#palette-search")).setText("show worklist"));
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(KeyCode.CONTROL);
            robot.keyType(KeyCode.K);
            robot.keyRelease(KeyCode.CONTROL);
        });
        type(KeyCode.F3);
        Fx.until("the other command is named", () -> foot().contains("Show readiness and displays"));
        assertEquals("F2", keyboard.map().keyOf("work.reading"));

        type(KeyCode.ENTER);

        Fx.until("taken", () -> keyboard.map().keyOf("work.reading").equals("F3"));
        assertEquals("", keyboard.map().keyOf("work.displays"));
        assertEquals("show worklist", Fx.call(() -> ((TextField) lookup("#palette-search")).getText()));
    }

    private String foot() {
        return ((Label) lookup("#palette-foot")).getText();
    }

    private void type(KeyCode code) {
        Fx.run(() -> new Robot().keyType(code));
        Fx.settle();
    }

    private Node imageView(List<Integer> panels, ScreenId screen) {
        return images.computeIfAbsent(panels + " for " + screen, name -> new StackPane(new Label(name)));
    }

    /** The view drawn for the greys of this monitor, and no other, is what the window shows. */
    private void assertHangs(String view, ScreenRole role) {
        Fx.until(view, () -> Optional.ofNullable(images.get(view))
                .map(Node::getScene)
                .filter(window(role).getScene()::equals)
                .isPresent());
        Node hung = Objects.requireNonNull(images.get(view), view);
        assertSame(window(role).getScene(), hung.getScene(), view);
        assertTrue(Fx.call(() -> hung.getParent().isVisible()));
    }

    private DeskPlan plan() {
        return room.desk().planProperty().get();
    }

    private Map<ScreenId, ScreenRole> rolesById() {
        return plan().placements().stream()
                .collect(Collectors.toMap(placement -> placement.screen().id(), DeskPlan.Placement::role));
    }

    private void assertStands(ScreenRole role, Area area) {
        Fx.until(role + " at " + area, () -> {
            Stage stage = window(role);
            return area.equals(new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        });
    }

    private Stage window(ScreenRole role) {
        return room.desk().windowOf(role).orElseThrow();
    }

    private Node lookup(String selector) {
        return window(ScreenRole.WORK).getScene().lookup(selector);
    }
}
