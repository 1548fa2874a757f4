package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.calibration.Assessment;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.PatternImage;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.TestPattern;
import org.candela.calibration.pattern.TestPatterns;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualSet;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.ui.VisualAnswers.Ending;
import org.candela.image.DisplayLut;
import org.candela.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisualTestWindowTest {
    private static final Place RIGHT = new Place(1536, 0, 1536, 2048);
    private static final VisualConditions CONDITIONS = new VisualConditions("reader", 300, "20 lx");

    private final List<VisualResult> given = new ArrayList<>();
    private Optional<Ending> ending = Optional.empty();
    private Stage owner;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @BeforeEach
    void ownerOnTheWorkScreen() {
        owner = Fx.call(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new Pane(), 400, 300);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(100);
            stage.setY(100);
            stage.show();
            return stage;
        });
    }

    @AfterEach
    void closeAll() {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    /** Read back from the screen: each pixel is that of the pattern through a table of sub-grey steps. */
    // [utest->req~displayqa.visual-one-to-one~1]
    @ParameterizedTest
    @ValueSource(strings = {"lines", "level-lines", "qc", "simple", "contrast", "room"})
    void everyPixelOfTheScreenIsThatOfThePatternThroughTheTable(String id) {
        VisualTest test = VisualTests.ACCEPTANCE.tests().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        open(new VisualSet("one", List.of(test)), subGreys());

        int stripTop = stripTop();
        assertTrue(stripTop > 1950 && stripTop < 2048, "strip at " + stripTop);
        PatternImage image = test.pattern().paint(PatternRequest.of(new PatternSize(1536, stripTop)));
        int[] expected = colours(image, subGreys());
        assertEquals(0, wrong(expected, stripTop), "of " + 1536 * stripTop + " pixels");
    }

    /** Level by level, without the code that draws: P-value 257 · level of 8 bits, and what the table has for it. */
    private static int[] colours(PatternImage image, DisplayLut lut) {
        int[] colours = new int[image.frame().samples().length];
        Arrays.setAll(colours, i -> lut.argb(257 * image.frame().value(i)));
        return colours;
    }

    /** Pixels of the screen that are not as expected, once the window system has drawn it; after twenty looks as they are. */
    private static int wrong(int[] expected, int height) {
        int wrong = expected.length;
        for (int i = 0; i < 20 && wrong > 0; i++) {
            Fx.settle();
            PixelReader seen = grabbed(height).getPixelReader();
            wrong = 0;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < 1536; x++) {
                    wrong += seen.getArgb(x, y) == expected[y * 1536 + x] ? 0 : 1;
                }
            }
        }
        return wrong;
    }

    // [utest->req~displayqa.visual-one-to-one~1]
    @Test
    void aLineOfOnePixelIsOnePixelOnTheScreen() {
        VisualTest lines = VisualTests.DAILY.tests().get(3);
        open(new VisualSet("one", List.of(lines)), DisplayLut.IDENTITY);
        int[] expected = new int[1536 * 1000];
        Arrays.setAll(expected, i -> 0xFF000000 | (i % 2 == 0 ? 143 : 128) * 0x010101);

        assertEquals(0, wrong(expected, 1000));
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void aWholeDailySetByKeysPassesAndIsGivenOnce() {
        open(VisualTests.DAILY, DisplayLut.IDENTITY);
        for (int i = 0; i < 8; i++) {
            press(KeyCode.Y);
        }

        assertEquals(Optional.of(Ending.COMPLETE), ending);
        assertEquals(4, given.size());
        for (VisualResult result : given) {
            assertEquals(Assessment.PASS, result.outcome(), result.test().id());
            assertTrue(result.shown().statement().startsWith("SYNTHETIC pattern SYN-"));
            assertEquals(CONDITIONS, result.conditions());
        }
        assertEquals(0, panels().size(), "all windows are closed");
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void aCommentIsWrittenWithoutItsLettersAnsweringAndEscLeavesItFirst() {
        open(VisualTests.DAILY, DisplayLut.IDENTITY);
        press(KeyCode.C);
        TextField field = Fx.call(() -> (TextField) find("visual-comment").orElseThrow());
        Fx.run(() -> field.setText("ny stain"));
        press(KeyCode.N);
        press(KeyCode.ESCAPE);
        press(KeyCode.N);
        press(KeyCode.ESCAPE);

        assertEquals(Optional.of(Ending.STOPPED), ending);
        VisualAnswer answer = given.get(0).answers().get(0);
        assertEquals(VisualAnswer.Outcome.FAIL, answer.outcome());
        assertEquals("ny stain", answer.comment());
        assertEquals(1, given.get(0).answers().size());
        assertEquals(Assessment.FAIL, given.get(0).outcome());
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void whatIsSkippedOrStoppedIsNotAssessed() {
        open(VisualTests.DAILY, DisplayLut.IDENTITY);
        press(KeyCode.S);
        for (int i = 0; i < 4; i++) {
            press(KeyCode.Y);
        }
        press(KeyCode.ESCAPE);

        assertEquals(2, given.size(), "only what was shown");
        assertEquals(Assessment.NOT_ASSESSED, given.get(0).outcome());
        assertEquals(Assessment.NOT_ASSESSED, given.get(1).outcome());
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void theBarIsLookedForByArrowsAndScored() {
        open(VisualTests.ROOM_LIGHT, DisplayLut.IDENTITY);
        TestPattern pattern = TestPatterns.find("SYN-AMBIENT").orElseThrow();
        for (int step = 0; step < 8; step++) {
            press(KeyCode.UP); // no answer to left or right
            Direction truth = pattern.truth(
                            PatternRequest.of(Painted.SIZE).withSeed(5).withStep(step))
                    .orElseThrow();
            press(truth == Direction.LEFT ? KeyCode.LEFT : KeyCode.RIGHT);
        }

        assertEquals(Assessment.PASS, given.get(0).outcome());
        assertEquals(8, given.get(0).answers().get(0).trials().size());
    }

    private static final class Painted {
        static final PatternSize SIZE = new PatternSize(1536, 2000);
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void theQuestionIsOnAnotherHeadSaysSyntheticAndIsSpoken() {
        open(VisualTests.DAILY, DisplayLut.IDENTITY);

        Node panel = Fx.call(() -> find("visual-panel").orElseThrow());
        Bounds place = Fx.call(() -> panel.localToScreen(panel.getBoundsInLocal()));
        assertTrue(place.getMaxX() <= 1536 || place.getMinX() >= 3072, place.toString());
        assertTrue(text("visual-synthetic").startsWith("SYNTHETIC pattern SYN-QC (after TG18-QC)"));
        assertEquals("1 of 8", text("visual-progress"));
        String first = Fx.call(panel::getAccessibleText);
        assertTrue(first.contains("Is the border seen on all four sides"), first);
        press(KeyCode.Y);
        assertNotEquals(first, Fx.call(panel::getAccessibleText));
        assertTrue(Fx.call(panel::isFocused));
        Label strip = (Label)
                Fx.call(() -> pictureScene().getRoot().getChildrenUnmodifiable().get(1));
        assertTrue(strip.getText().startsWith("SYNTHETIC pattern SYN-QC"), strip.getText());
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void onASingleScreenTheQuestionIsInAStripBelowAndThePatternKeepsItsSize() {
        VisualOrder order = order(VisualTests.DAILY, DisplayLut.IDENTITY, RIGHT);
        assertTrue(Fx.call(() -> VisualTestWindow.open(
                order,
                owner,
                (results, how) -> {
                    given.addAll(results);
                    ending = Optional.of(how);
                },
                Optional.empty())));

        int top = stripTop();
        Node panel = Fx.call(() -> find("visual-panel").orElseThrow());
        assertTrue(top > 1024 && top < 1900, "strip at " + top);
        assertEquals(pictureScene(), Fx.call(panel::getScene), "the questions are in the window of the pattern");
        assertTrue(Fx.call(() -> panel.localToScreen(panel.getBoundsInLocal())).getMinY() >= top);
        PatternImage image =
                VisualTests.DAILY.tests().get(0).pattern().paint(PatternRequest.of(new PatternSize(1536, top)));
        assertEquals(0, wrong(colours(image, DisplayLut.IDENTITY), top));
        for (int i = 0; i < 8; i++) {
            press(KeyCode.Y);
        }
        assertEquals(Optional.of(Ending.COMPLETE), ending);
        for (VisualResult result : given) {
            assertEquals(new PatternSize(1536, top), result.shown().request().size());
            assertEquals(Assessment.PASS, result.outcome());
        }
    }

    // [utest->req~displayqa.visual~1]
    @Test
    void aDisplayThatIsNotThereIsToldAndNothingIsShown() {
        VisualOrder order = order(VisualTests.DAILY, DisplayLut.IDENTITY, new Place(9000, 0, 800, 600));

        assertFalse(Fx.call(() -> VisualTestWindow.open(order, owner, (results, how) -> {})));
        assertEquals(0, panels().size());
    }

    private void open(VisualSet set, DisplayLut lut) {
        VisualOrder order = order(set, lut, RIGHT);
        assertTrue(Fx.call(() -> VisualTestWindow.open(order, owner, (results, how) -> {
            given.addAll(results);
            ending = Optional.of(how);
        })));
    }

    private static VisualOrder order(VisualSet set, DisplayLut lut, Place place) {
        return new VisualOrder(
                new DisplayDevice("DUMMY1", Optional.empty(), place), lut, set, CONDITIONS, 5, Optional.empty());
    }

    /** 766 entries whose channels differ, as a calibrated table of an 8-bit panel has them; no level keeps its grey. */
    private static DisplayLut subGreys() {
        int[] entries = new int[766];
        for (int i = 0; i < entries.length; i++) {
            int grey = (i + 1) / 3;
            int blue = Math.min(255, grey + ((i + 1) % 3 > 0 ? 1 : 0));
            int red = Math.max(0, grey - 1);
            entries[i] = red << 16 | grey << 8 | blue;
        }
        return DisplayLut.of(entries);
    }

    private static void press(KeyCode code) {
        Fx.run(() -> find("visual-panel").ifPresent(panel -> {
            Scene scene = panel.getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }));
    }

    private static String text(String id) {
        return Fx.call(() -> ((Label) find(id).orElseThrow()).getText());
    }

    private static int stripTop() {
        return Fx.call(() ->
                (int) pictureScene().getRoot().getChildrenUnmodifiable().get(1).getLayoutY());
    }

    private static Scene pictureScene() {
        return find("visual-pattern").orElseThrow().getScene();
    }

    private static List<Node> panels() {
        return Fx.call(() -> find("visual-panel").stream().toList());
    }

    private static Optional<Node> find(String id) {
        return Window.getWindows().stream()
                .map(window -> Optional.ofNullable(window.getScene().lookup("#" + id)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static WritableImage grabbed(int height) {
        return Fx.call(() -> new Robot()
                .getScreenCapture(null, new Rectangle2D(RIGHT.x(), RIGHT.y(), RIGHT.width(), height), false));
    }
}
