package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.candela.DeskHeads;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.displayqa.GraphicsLutKeeper;
import org.candela.displayqa.GraphicsLutKeeper.State;
import org.candela.shell.ScreenRole;
import org.candela.ui.FxWatchdog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Monitors come, go and change in the midst of reading, on the whole workstation: nothing of the reader's work is lost, and
 * the FX thread is never held for longer than a frame of the screen.
 */
// [utest->req~shell.hot-plug~1]
// [utest->req~viewer.fx-free~1]
class HotPlugJourneyTest {
    /** Those that stand for the reader and look at the screens. */
    private static final Class<?>[] HANDS = {
        HotPlugJourneyTest.class, HotPlugDesk.class, TestRoom.class, Seen.class, Fx.class
    };

    private static final String SENTENCE = "no focal lesion ";

    @TempDir
    private static Path folder;

    private static HotPlugDesk desk;
    private FxWatchdog watchdog;

    @BeforeAll
    static void readAStudy() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        desk = new HotPlugDesk(folder);
        desk.open();
        desk.warmUp();
    }

    @AfterAll
    static void leaveTheDeskAsItWas() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void someWorkIsDone() throws Exception {
        desk.heads().plugAllIn();
        desk.awaitHeads(3);
        desk.turnToImages();
        for (KeyCode pressed : List.of(KeyCode.HOME, KeyCode.DIGIT2, KeyCode.L)) {
            desk.key(pressed);
        }
        for (KeyCode pressed : List.of(KeyCode.ENTER, KeyCode.ENTER, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.ESCAPE)) {
            desk.key(pressed);
        }
        desk.key(KeyCode.K);
        desk.awaitDrawn();
        watchdog = FxWatchdog.watching(HANDS);
    }

    @AfterEach
    void nothingWasHeldAndNothingIsMissing() throws Exception {
        if (watchdog == null) {
            return;
        }
        watchdog.close();
        desk.heads().plugAllIn();
        desk.awaitHeads(3);
        assertEquals(List.of(), Holds.tooLong(watchdog));
        assertEquals(List.of(), desk.room().problems());
    }

    // [utest->req~shell.keyboard-kept~1]
    @ParameterizedTest
    @ValueSource(strings = {"DUMMY0", "DUMMY1", "DUMMY2", "DUMMY0 DUMMY1", "DUMMY1 DUMMY2", "DUMMY0 DUMMY2"})
    void monitorsThatGoAndComeBackWhileScrollingTakeNothingWithThem(String gone) throws Exception {
        Seen before = desk.see();

        Process pulled = desk.heads().unplugging(gone.split(" "));
        desk.scrollUntilEnded(pulled);
        desk.awaitHeads(3 - gone.split(" ").length);
        desk.awaitDrawn();
        Seen without = desk.see();
        desk.requireNamesOnImages();
        desk.requireScrollsByKey();
        Process put = desk.heads().pluggingAllIn();
        desk.scrollUntilEnded(put);
        desk.awaitHeads(3);
        desk.awaitDrawn();

        assertEquals(before.atFirstImages(), without.atFirstImages());
        assertEquals(before.atFirstImages(), desk.see().atFirstImages());
        assertNotEquals(before.images(), desk.see().images());
        desk.requireNamesOnImages();
        desk.requireHangsOnBoth();
        desk.requireScrollsByKey();
    }

    // [utest->req~shell.keyboard-kept~1]
    @ParameterizedTest
    @ValueSource(strings = {"DUMMY0", "DUMMY1", "DUMMY2", "DUMMY0 DUMMY1", "DUMMY1 DUMMY2", "DUMMY0 DUMMY2"})
    void monitorsThatGoAndComeBackWhileAReportIsTypedTakeNeitherWordsNorCaret(String gone) throws Exception {
        desk.writeFrom("lung ");
        Seen before = desk.see();

        Process pulled = desk.heads().unplugging(gone.split(" "));
        desk.type(SENTENCE);
        DeskHeads.await(pulled);
        desk.awaitHeads(3 - gone.split(" ").length);
        desk.type(SENTENCE);
        desk.requireNamesOnImages();
        Process put = desk.heads().pluggingAllIn();
        desk.type(SENTENCE);
        DeskHeads.await(put);
        desk.awaitHeads(3);
        desk.type(SENTENCE);

        String written = before.words() + SENTENCE.repeat(4);
        Fx.until("all words", () -> desk.field().getText().equals(written));
        assertEquals(written.length(), Fx.call(() -> desk.field().getCaretPosition()));
        assertTrue(Fx.call(() -> desk.field().isFocused()), "the caret is gone");
        assertEquals(before.hanging(), desk.see().hanging());
        assertEquals(before.marks(), desk.see().marks());
        desk.requireHangsOnBoth();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUMMY0", "DUMMY1", "DUMMY2", "DUMMY0 DUMMY1"})
    void aStudyThatIsBeingLoadedWhileMonitorsGoAndComeBackHangsWhole(String gone) throws Exception {
        Seen before = desk.see();
        Fx.run(() -> desk.room().room().reading().cases().close());

        desk.startOpening();
        desk.heads().unplug(gone.split(" "));
        desk.awaitHeads(3 - gone.split(" ").length);
        desk.heads().plugAllIn();
        desk.awaitHeads(3);
        desk.awaitImages();

        Fx.until("marks", () -> desk.see().marks().equals(before.marks()));
        Fx.until("key images", () -> desk.see().keyImages().equals(before.keyImages()));
        assertEquals(before.hanging(), desk.see().hanging());
        desk.requireNamesOnImages();
        desk.requireHangsOnBoth();
    }

    @Test
    void othersModesOfMonitorsChangeNothingButTheirPixels() throws Exception {
        Seen before = desk.see();

        desk.heads()
                .arrange(
                        "--output DUMMY0 --mode 1600x1200 --pos 0x0",
                        "--output DUMMY1 --mode 1280x1024 --pos 1600x0",
                        "--output DUMMY2 --mode 1280x800 --pos 2880x0");
        desk.awaitStands(ScreenRole.DIAGNOSTIC_RIGHT, 1600, 1280, 1024);
        desk.awaitDrawn();
        desk.requireNamesOnImages();
        desk.requirePixelForPixel();

        assertEquals(before, desk.see());
        desk.requireScrollsByKey();
    }

    /** The dummy driver turns nothing, so the panels get modes that lie. */
    @Test
    void panelsThatAreTurnedKeepWhatHangs() throws Exception {
        Seen before = desk.see();

        desk.heads()
                .arrange(
                        "--output DUMMY0 --mode 2048x1536 --pos 0x0",
                        "--output DUMMY1 --mode 2048x1536 --pos 2048x0",
                        "--output DUMMY2 --mode 1920x1080 --pos 4096x0");
        desk.awaitStands(ScreenRole.DIAGNOSTIC_RIGHT, 2048, 2048, 1536);
        desk.awaitDrawn();
        desk.requirePixelForPixel();
        assertEquals(before, desk.see());
        desk.requireNamesOnImages();

        desk.heads().plugAllIn();
        desk.awaitStands(ScreenRole.DIAGNOSTIC_RIGHT, 1536, 1536, 2048);
        desk.awaitDrawn();
        desk.requirePixelForPixel();
        assertEquals(before, desk.see());
    }

    /** As graphics drivers do when panels sleep; the dummy driver has no DPMS. */
    @Test
    void allPanelsMaySleepAndWake() throws Exception {
        desk.writeFrom("asleep ");
        Seen before = desk.see();

        desk.heads().unplug("DUMMY0", "DUMMY1", "DUMMY2");
        Fx.settle();
        desk.heads().plugAllIn();
        desk.awaitHeads(3);
        desk.type(SENTENCE);

        Fx.until("all words", () -> desk.field().getText().equals(before.words() + SENTENCE));
        assertEquals(before.hanging(), desk.see().hanging());
        desk.requireHangsOnBoth();
        desk.requireNamesOnImages();
    }

    // [utest->req~shell.panel-watch~1]
    @Test
    void panelsThatAreExchangedUnderTheSameBoundsAreNoticed() throws Exception {
        Seen before = desk.see();

        desk.heads().arrange("--output DUMMY0 --pos 1536x0", "--output DUMMY1 --pos 0x0");

        desk.awaitStands(ScreenRole.DIAGNOSTIC_LEFT, 1536, 1536, 2048);
        desk.awaitStands(ScreenRole.DIAGNOSTIC_RIGHT, 0, 1536, 2048);
        assertEquals(before, desk.see());
        desk.heads().plugAllIn();
        desk.awaitStands(ScreenRole.DIAGNOSTIC_LEFT, 0, 1536, 2048);
    }

    // [utest->req~shell.panel-watch~1]
    @Test
    void aPanelThatTookTheCableOfAnotherIsNoticedAndItsImagesSaySo() throws Exception {
        Seen before = desk.see();
        try {
            desk.heads().replacePanel("DUMMY1", '9');

            Fx.until("the other panel", () -> desk.plan()
                    .roleOf(new ScreenId("CDL-0D1A-VIRT-1009"))
                    .equals(Optional.of(ScreenRole.DIAGNOSTIC_RIGHT)));
            desk.awaitDrawn();
            Fx.until("its standing", () -> desk.captions(ScreenRole.DIAGNOSTIC_RIGHT)
                    .contains("NOT CALIBRATED"));
            assertFalse(desk.captions(ScreenRole.DIAGNOSTIC_LEFT).contains("NOT CALIBRATED"));
            assertEquals(before, desk.see());
        } finally {
            desk.heads().putOwnPanelsBack();
        }
        Fx.until("its own panel", () -> desk.plan()
                .roleOf(new ScreenId("CDL-0D1A-VIRT-1002"))
                .equals(Optional.of(ScreenRole.DIAGNOSTIC_RIGHT)));
        desk.awaitDrawn();
        Fx.until("calibrated", () -> !desk.captions(ScreenRole.DIAGNOSTIC_RIGHT).contains("NOT CALIBRATED"));
    }

    // [utest->req~displayqa.ramp-kept~1]
    @Test
    void aPanelThatComesBackWithAnotherGraphicsLutGetsTheOneItsTableNeeds() throws Exception {
        desk.heads().unplug("DUMMY1");
        desk.awaitHeads(2);

        desk.heads()
                .arrange(
                        "--output DUMMY0 --mode 1536x2048 --pos 0x0",
                        "--output DUMMY1 --mode 1536x2048 --pos 1536x0 --gamma 1.2:1.5:2",
                        "--output DUMMY2 --mode 1920x1080 --pos 3072x0 --primary");
        desk.awaitHeads(3);

        try (RandrDriver driver =
                RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow()) {
            GraphicsLutKeeper keeper =
                    new GraphicsLutKeeper(desk.room().room().house().displays().ledger(), driver);
            for (DisplayDevice display : driver.displays()) {
                Fx.until("the graphics LUT of " + display.connector(), () -> keeper.state(display) == State.INTACT);
            }
        }
    }

    @Test
    void aDragThatAMonitorTearsOffIsOneEditLikeAnyOther() throws Exception {
        Seen before = desk.see();
        Node image = Fx.call(() -> desk.room().view(ScreenRole.DIAGNOSTIC_RIGHT).lookup(".viewport-stage"));
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.mouseMove(image.localToScreen(700, 700));
            robot.mousePress(MouseButton.SECONDARY);
        });
        Fx.settle();
        Fx.run(() -> new Robot().mouseMove(image.localToScreen(760, 640)));
        Fx.until("another window", () -> !desk.see().hanging().equals(before.hanging()));

        desk.heads().unplug("DUMMY1");
        desk.awaitHeads(2);
        Fx.run(() -> new Robot().mouseRelease(MouseButton.SECONDARY));
        Fx.run(desk.room().room().bus()::undo);

        assertEquals(before.hanging(), desk.see().hanging());
    }
}
