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
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import org.candela.ui.UiExecutor;
import org.candela.viewer.picture.ScreenPitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room on desks of two to five monitors, and a ruler on one of them; plain nodes in the place of the views. */
class RoomScreensTest {
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

    // [utest->req~shell.ruler~1]
    @Test
    void aRulerOnAScreenMeasuresItsPixelsByKeysAndByThePointerAndIsRemembered() {
        Fx.run(() -> window(ScreenRole.DIAGNOSTIC_LEFT).requestFocus());
        Fx.until("keyboard", () -> window(ScreenRole.DIAGNOSTIC_LEFT).isFocused());
        layRuler();
        assertTrue(rulerText().contains("The panel states 0.2116 × 0.2114 mm"), rulerText());
        type(KeyCode.RIGHT);
        type(KeyCode.RIGHT);
        type(KeyCode.UP);
        shoot("ruler");

        type(KeyCode.ENTER);

        // 85.60 mm over 407 and 404 pixels; the panel states 325 × 433 mm.
        ScreenPitch byKeys = new ScreenPitch(85.60 / 407, 85.60 / 404);
        Fx.until("by keys", () -> pitch(LEFT).equals(Optional.of(byKeys)));
        assertFalse(Fx.call(() -> ruler().isVisible()));
        layRuler();
        assertTrue(rulerText().contains("0.2103 × 0.2119 mm were measured on"), rulerText());
        Fx.run(() -> {
            Node right = ruler().lookupAll(".ruler-line").toArray(Node[]::new)[1];
            Point2D line = right.localToScreen(0, 200);
            Robot robot = new Robot();
            robot.mouseMove(line);
            robot.mousePress(MouseButton.PRIMARY);
        });
        Fx.settle();
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.mouseMove(robot.getMousePosition().add(-7, 90));
        });
        Fx.settle();
        Fx.run(() -> new Robot().mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
        type(KeyCode.ENTER);

        Fx.until("by the pointer", () -> !pitch(LEFT).equals(Optional.of(byKeys)));
        ScreenPitch byPointer = pitch(LEFT).orElseThrow();
        assertEquals(85.60 / 404, byPointer.rowMm(), 1e-9);
        assertEquals(400, 85.60 / byPointer.columnMm(), 1.01, "the pointer stands on a whole pixel");
        Fx.run(() -> bus.run("screens.swap"));
        Fx.until("exchanged", () -> ScreenRole.DIAGNOSTIC_RIGHT == rolesById().get(LEFT));
        assertEquals(Optional.of(byPointer), pitch(LEFT), "of the panel, not the place");
        Fx.run(bus::undo);
        Fx.until("as before", () -> ScreenRole.DIAGNOSTIC_LEFT == rolesById().get(LEFT));
    }

    // [utest->req~shell.ruler~1]
    @Test
    void whatTheRulerSaysFarFromThePanelIsKeptOnlyWhenAskedForTwice() {
        Fx.run(() -> window(ScreenRole.DIAGNOSTIC_LEFT).requestFocus());
        Fx.until("keyboard", () -> window(ScreenRole.DIAGNOSTIC_LEFT).isFocused());
        Optional<ScreenPitch> before = pitch(LEFT);
        layRuler();
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(KeyCode.SHIFT);
            for (int far = 0; far < 8; far++) {
                robot.keyType(KeyCode.RIGHT);
            }
            robot.keyRelease(KeyCode.SHIFT);
        });
        Fx.settle();

        type(KeyCode.ENTER);
        shoot("ruler-again");
        assertTrue(((Label) ruler().lookup("#ruler-answer")).getText().contains("Enter again"));
        assertEquals(before, pitch(LEFT));
        type(KeyCode.ESCAPE);

        assertFalse(Fx.call(() -> ruler().isVisible()));
        assertEquals(before, pitch(LEFT));
    }

    // [utest->req~shell.roles~1]
    @Test
    void aThirdAndAFourthDiagnosticMonitorGetImagesAndGiveThemToTheirNeighbourWhenTheyGo() throws Exception {
        ScreenId third = new ScreenId("port:DUMMY3"); // without EDID
        ScreenId fourth = new ScreenId("port:DUMMY4");
        heads.plugInOneMore("DUMMY3", 4992);
        try {
            Fx.until(
                    "four monitors",
                    () -> ScreenRole.DIAGNOSTIC_THIRD == rolesById().get(third));
            assertStands(ScreenRole.DIAGNOSTIC_THIRD, new Area(4992, 0, 1536, 2048));
            assertHangs("[2] for " + third, ScreenRole.DIAGNOSTIC_THIRD);
            heads.plugInOneMore("DUMMY4", 6528);
            try {
                Fx.until(
                        "five monitors",
                        () -> ScreenRole.DIAGNOSTIC_FOURTH == rolesById().get(fourth));
                assertHangs("[3] for " + fourth, ScreenRole.DIAGNOSTIC_FOURTH);
                assertHangs("[0] for " + LEFT, ScreenRole.DIAGNOSTIC_LEFT);
                Fx.run(() -> panels.set(4));
            } finally {
                heads.unplugOneMore("DUMMY4");
            }
            Fx.until("four monitors", () -> plan().placements().size() == 4);
            assertHangs("[2, 3] for " + third, ScreenRole.DIAGNOSTIC_THIRD);
        } finally {
            heads.unplugOneMore("DUMMY3");
        }

        Fx.until("three monitors", () -> plan().placements().size() == 3);
        assertHangs("[1, 2, 3] for " + RIGHT, ScreenRole.DIAGNOSTIC_RIGHT);
        Fx.run(() -> panels.set(2));
        assertHangs("[1] for " + RIGHT, ScreenRole.DIAGNOSTIC_RIGHT);
    }

    @Test
    void withThreeTheScreenOfTheKeyboardIsExchangedWithTheNextSoThatEveryOrderCanBeMade() throws Exception {
        ScreenId third = new ScreenId("port:DUMMY3");
        heads.plugInOneMore("DUMMY3", 4992);
        try {
            Fx.until(
                    "four monitors",
                    () -> ScreenRole.DIAGNOSTIC_THIRD == rolesById().get(third));
            assertStands(ScreenRole.DIAGNOSTIC_THIRD, new Area(4992, 0, 1536, 2048));
            Fx.settle(); // the keyboard is where it was
            Fx.run(() -> {
                Stage right = window(ScreenRole.DIAGNOSTIC_RIGHT);
                Robot robot = new Robot();
                robot.mouseMove(right.getX() + right.getWidth() / 2, right.getY() + right.getHeight() / 2);
                robot.mouseClick(MouseButton.PRIMARY);
            });
            Fx.settle();
            Fx.until("keyboard", () -> window(ScreenRole.DIAGNOSTIC_RIGHT).isFocused());

            Fx.run(() -> bus.run("screens.swap"));

            Fx.until(
                    "exchanged",
                    () -> ScreenRole.DIAGNOSTIC_RIGHT == rolesById().get(third));
            assertEquals(ScreenRole.DIAGNOSTIC_THIRD, rolesById().get(RIGHT));
            assertEquals(ScreenRole.DIAGNOSTIC_LEFT, rolesById().get(LEFT));
            Fx.run(bus::undo);
            Fx.until(
                    "as before",
                    () -> ScreenRole.DIAGNOSTIC_RIGHT == rolesById().get(RIGHT));

            Fx.run(() -> bus.run("screens.more"));
            Fx.until("set aside", () -> ScreenRole.SPARE == rolesById().get(third));
            Fx.run(() -> bus.run("screens.more"));
            Fx.until(
                    "taken again",
                    () -> ScreenRole.DIAGNOSTIC_THIRD == rolesById().get(third));
        } finally {
            heads.unplugOneMore("DUMMY3");
        }
    }

    @Test
    void onTwoMonitorsOneReadsAndOneWorksAndTheReaderSaysWhich() throws Exception {
        heads.unplug("DUMMY1");
        Fx.until("two monitors", () -> plan().placements().size() == 2);
        assertEquals(Map.of(LEFT, ScreenRole.DIAGNOSTIC_LEFT, WORK, ScreenRole.WORK), rolesById());

        Fx.run(() -> bus.run("screens.move-work"));

        Fx.until("exchanged", () -> Map.of(WORK, ScreenRole.DIAGNOSTIC_LEFT, LEFT, ScreenRole.WORK)
                .equals(rolesById()));
        assertHangs("[0, 1] for " + WORK, ScreenRole.DIAGNOSTIC_LEFT);
        Fx.run(bus::undo);
        Fx.until("as before", () -> ScreenRole.WORK == rolesById().get(WORK));
    }

    private void layRuler() {
        Fx.run(() -> bus.run("screens.measure"));
        Fx.until("the ruler", () -> ruler().isVisible());
        Fx.settle();
    }

    private Node ruler() {
        return window(ScreenRole.DIAGNOSTIC_LEFT).getScene().lookup("#ruler");
    }

    private String rulerText() {
        return Fx.call(() -> ((Label) ruler().lookup("#ruler-found")).getText());
    }

    private Optional<ScreenPitch> pitch(ScreenId screen) {
        return plan().placements().stream()
                .map(DeskPlan.Placement::screen)
                .filter(standing -> standing.id().equals(screen))
                .findFirst()
                .flatMap(DeskScreen::pitch);
    }

    /** Pictures for people: {@code -Dcandela.shots=DIR}. */
    private void shoot(String step) {
        String target = System.getProperty("candela.shots", "");
        if (!target.isBlank()) {
            Fx.call(() -> {
                for (ScreenShots.Shot shot : ScreenShots.take(plan())) {
                    shot.write(Path.of(target), step);
                }
                return true;
            });
        }
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
}
