package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.shell.ScreenRole;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The open room on calibrated panels, and xrandr as the other program that changes their ramps. */
@Tag("timed")
class DisplayWatchTest {
    private static final long PATIENCE_SECONDS = 30;
    /** The promise is 2 s; the rest is for a machine that runs other tests at the same time. */
    private static final double LIMIT_SECONDS = 2.5;

    private static final String MARK = "Greys not calibrated";

    @TempDir
    private Path folder;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    // [itest->req~displayqa.watchdog~1]
    // [itest->req~displayqa.lut-restored~1]
    @Test
    void aForeignRampIsOnTheImagesOfItsOwnHeadWithinTwoSecondsBlocksTheNextCaseAndGoesByOneKey() throws Exception {
        try (HotPlugDesk desk = new HotPlugDesk(folder)) {
            desk.open();
            OpenRoom room = desk.room().room();
            assertFalse(Fx.call(
                    () -> marked(room, ScreenRole.DIAGNOSTIC_LEFT) || marked(room, ScreenRole.DIAGNOSTIC_RIGHT)));

            for (int round = 0; round < 3; round++) {
                gamma("DUMMY1", "1:0.9:0.7");
                long changed = System.nanoTime();
                Fx.until("the mark on the right", () -> marked(room, ScreenRole.DIAGNOSTIC_RIGHT));
                double seconds = (System.nanoTime() - changed) / 1e9;

                System.out.printf(Locale.ROOT, "a foreign ramp was on the image after %.2f s%n", seconds);
                assertTrue(seconds < LIMIT_SECONDS, "after " + seconds + " s");
                assertFalse(Fx.call(() -> marked(room, ScreenRole.DIAGNOSTIC_LEFT)), "the left head is as it was");
                Fx.until(
                        "the card blocks",
                        () -> !room.models().readiness().allowedProperty().get());
                assertTrue(
                        Fx.call(() -> List.copyOf(room.models().readiness().reasons())).stream()
                                .anyMatch(reason -> reason.startsWith("Greys between checks")),
                        "and says why");
                if (round == 0) {
                    desk.turnTo(ScreenRole.WORK);
                    desk.key(KeyCode.F3);
                    desk.room().shoot("lut-alarm");
                }

                Fx.run(() -> room.bus().run("displays.restore-lut"));
                Fx.until("no mark", () -> !marked(room, ScreenRole.DIAGNOSTIC_RIGHT));
                Fx.until(
                        "the card allows",
                        () -> room.models().readiness().allowedProperty().get());
            }
        }
    }

    private static boolean marked(OpenRoom room, ScreenRole role) {
        return words(room, role).contains(MARK);
    }

    private static String words(OpenRoom room, ScreenRole role) {
        Stream<String> words = room.room().desk().windowOf(role).stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText());
        return words.collect(Collectors.joining("\n"));
    }

    private static void gamma(String output, String gamma) throws Exception {
        Process xrandr = new ProcessBuilder(
                        "xrandr",
                        "--display",
                        VirtualDesk.ownDesk().orElseThrow(),
                        "--output",
                        output,
                        "--gamma",
                        gamma)
                .inheritIO()
                .start();
        assertTrue(xrandr.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "xrandr");
        assertEquals(0, xrandr.exitValue());
    }
}
