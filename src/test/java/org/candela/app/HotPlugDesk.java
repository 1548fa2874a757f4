package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.DeskHeads;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Uid;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.shell.DeskPlan;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.viewer.Viewport;
import org.candela.viewer.ui.ViewportView;

/** The whole workstation with a study open on calibrated panels, and hands that read, type and look at it. */
final class HotPlugDesk implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeskHeads heads;
    private final Executors served = new Executors();
    private final KilledHome calibrated;
    private final DemoFacility facility;
    private final TestRoom room;
    private final Uid study;
    private KeyCode onwards = KeyCode.DOWN;

    HotPlugDesk(Path folder) throws Exception {
        String display = VirtualDesk.ownDesk().orElseThrow();
        heads = new DeskHeads(display);
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("MR", folder);
        study = studies.stream()
                .filter(each -> !each.isPrior())
                .findFirst()
                .orElseThrow()
                .uid();
        facility = DemoFacility.start(
                DemoFacility.Settings.of(studies.get(0).facility(), "Clinic", folder, studies), served.io(), CLOCK);
        calibrated = KilledHome.prepare(folder.resolve("calibrated"), display);
        room = TestRoom.on(calibrated.copyTo(folder.resolve("home"), facility.facility()));
    }

    DeskHeads heads() {
        return heads;
    }

    TestRoom room() {
        return room;
    }

    void startOpening() {
        room.open(study, Purpose.DIAGNOSIS);
    }

    void awaitImages() {
        room.awaitImages(study);
    }

    @Override
    public void close() throws Exception {
        heads.plugAllIn();
        room.close();
        calibrated.close();
        facility.close();
        served.close();
    }

    void open() {
        startOpening();
        awaitImages();
        Fx.until(
                "the report",
                () -> room.room().models().report().reportProperty().get().isPresent());
    }

    /** Until classes are loaded and loops compiled. */
    void warmUp() throws Exception {
        for (String gone : List.of("DUMMY1", "DUMMY0 DUMMY1", "DUMMY2", "DUMMY0")) {
            heads.unplug(gone.split(" "));
            awaitHeads(3 - gone.split(" ").length);
            writeFrom("a");
            heads.plugAllIn();
            awaitHeads(3);
            turnToImages();
            key(KeyCode.DOWN);
            awaitDrawn();
        }
    }

    Seen see() {
        return Seen.in(room, field());
    }

    TextInputControl field() {
        return (TextInputControl) room.window(ScreenRole.WORK).getScene().getRoot().lookupAll("*").stream()
                .filter(node -> ("field-" + KillableWorkstation.FIELD).equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }

    DeskPlan plan() {
        return room.room().room().desk().planProperty().get();
    }

    void awaitHeads(int count) {
        Fx.until(count + " monitors", () -> plan().placements().size() == count);
        Fx.until("windows on them", () -> plan().placements().stream()
                .allMatch(placement -> stands(room.window(placement.role()), placement)));
    }

    boolean stands(Stage window, DeskPlan.Placement placement) {
        return window.isShowing()
                && window.getX() == placement.screen().area().x()
                && window.getY() == placement.screen().area().y()
                && window.getWidth() == placement.screen().area().width()
                && window.getHeight() == placement.screen().area().height();
    }

    void awaitStands(ScreenRole role, double x, double width, double height) {
        Fx.until(role + " at " + x, () -> {
            Stage window = room.window(role);
            return window.getX() == x && window.getWidth() == width && window.getHeight() == height;
        });
    }

    void turnTo(ScreenRole role) {
        DeskKeyboard.turnTo(room.window(role));
    }

    void turnToImages() {
        turnTo(ScreenRole.DIAGNOSTIC_LEFT);
    }

    /** Whichever window has the keyboard hears it. */
    void key(KeyCode code) {
        Fx.run(() -> new Robot().keyType(code));
        Fx.settle();
    }

    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            KeyCode code =
                    sign == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign)));
            Fx.run(() -> new Robot().keyType(code));
        }
        Fx.settle();
    }

    void writeFrom(String beginning) {
        turnTo(ScreenRole.WORK);
        key(KeyCode.F8);
        Fx.run(() -> {
            field().requestFocus();
            field().setText("");
        });
        Fx.until("the caret", () -> field().isFocused());
        type(beginning);
        Fx.until("a beginning", () -> field().getText().equals(beginning));
    }

    void scrollUntilEnded(Process change) throws Exception {
        do {
            key(onwards());
        } while (change.isAlive());
        DeskHeads.await(change);
    }

    /** Down the stack, and at its end back: a key that has nowhere to go tells nothing. */
    private KeyCode onwards() {
        return Fx.call(() -> {
            Viewport active = room.room().reading().session().activeViewport();
            if (active.frameIndex() + 1 >= active.frameCount()) {
                onwards = KeyCode.UP;
            } else if (active.frameIndex() == 0) {
                onwards = KeyCode.DOWN;
            }
            return onwards;
        });
    }

    /** Without a click: the keyboard went with the images, or is where the reader left it. */
    void requireScrollsByKey() {
        if (plan().isShared()) {
            Fx.run(() -> room.room().bus().run("work.images"));
        }
        List<Integer> before = see().images();
        // One pressed before the last step of a change gives the keyboard back may go nowhere; the next one must not.
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            assertTrue(System.nanoTime() < end, "no key scrolls");
            key(onwards());
            awaitDrawn();
        } while (see().images().equals(before));
        awaitDrawn();
    }

    Stream<ViewportView> views() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".viewport").stream())
                .filter(ViewportView.class::isInstance)
                .map(ViewportView.class::cast);
    }

    void awaitDrawn() {
        Fx.until("drawn", () -> views().allMatch(ViewportView::isUpToDate));
        Fx.settle();
    }

    void requireHangsOnBoth() {
        for (ScreenRole role : List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)) {
            Fx.until("an image on " + role, () -> {
                ViewportView view = room.view(role);
                return view != null && view.isUpToDate() && picture(view).getImage() != null;
            });
        }
    }

    ImageView picture(ViewportView view) {
        return (ImageView) view.lookup(".image-view");
    }

    // [utest->req~shell.identity~1]
    void requireNamesOnImages() {
        Fx.run(() -> views().filter(view -> picture(view).getImage() != null)
                .forEach(view -> assertTrue(
                        ((Label) view.lookup("#patient")).getText().startsWith("SYNTHETIC"),
                        "an image without a name")));
        Fx.run(() -> assertTrue(
                ((Label) room.window(ScreenRole.WORK).getScene().getRoot().lookup("#work-patient"))
                        .getText()
                        .startsWith("SYNTHETIC")));
    }

    /** Each picture has exactly the pixels under it. */
    void requirePixelForPixel() {
        Fx.run(() -> views().filter(view -> picture(view).getImage() != null).forEach(view -> {
            Node stage = view.lookup(".viewport-stage");
            assertEquals(
                    Math.round(stage.getLayoutBounds().getWidth()),
                    Math.round(picture(view).getImage().getWidth()));
            assertEquals(
                    Math.round(stage.getLayoutBounds().getHeight()),
                    Math.round(picture(view).getImage().getHeight()));
        }));
    }

    String captions(ScreenRole role) {
        return room.window(role).getScene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" | "))
                .toUpperCase(Locale.ROOT);
    }
}
