package org.candela.viewer.print.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.ui.StepHands;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.print.PrintCase;
import org.candela.viewer.print.PrintDesk.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintWindowTest {
    private static final StepHands HANDS = new StepHands("print");

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
        Fx.run(Theme::install);
    }

    // [utest->req~print.by-keys~1]
    @Test
    void aSeriesIsPrintedByKeysAlone() throws Exception {
        try (PrintCase room = new PrintCase(folder, 25, new UiExecutor())) {
            Fx.settle();
            Stage owner = StepHands.owner();
            Fx.run(() -> new PrintWindow(room.desk, owner, room.file).open());
            Fx.until("the system has told its printers", () -> room.desk.knowsPrinters());
            HANDS.look("choices");

            HANDS.press(KeyCode.DOWN); // all places of the screen
            HANDS.press(KeyCode.DOWN); // key images
            HANDS.press(KeyCode.DOWN); // the series
            HANDS.press(KeyCode.ENTER);
            Fx.until(
                    "the first sheet is drawn",
                    () -> room.desk.step() == Step.LOOK && room.desk.shown().isPresent());
            HANDS.look("sheet");
            HANDS.press(KeyCode.PAGE_DOWN);
            Fx.until("all is seen", () -> room.desk.isAllSeen());
            HANDS.press(KeyCode.ESCAPE);
            assertEquals(Step.CHOOSE, room.desk.step());
            HANDS.press(KeyCode.ENTER);
            Fx.until("made again", () -> room.desk.mayLeave());
            HANDS.press(KeyCode.ENTER);
            Fx.until("written", () -> room.desk.step() == Step.DONE);
            HANDS.look("done");

            assertTrue(Files.exists(room.file));
            String told = Fx.call(() -> ((Label) HANDS.scene().lookup("#print-told")).getText());
            assertEquals("2 sheets: " + room.file, told);
            HANDS.press(KeyCode.ESCAPE);
            assertTrue(HANDS.isGone());
            Fx.run(owner::hide);
        }
    }
}
