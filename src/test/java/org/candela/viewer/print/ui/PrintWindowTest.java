package org.candela.viewer.print.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.print.PrintCase;
import org.candela.viewer.print.PrintDesk.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintWindowTest {
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
            Stage owner = Fx.call(PrintWindowTest::owner);
            Fx.run(() -> new PrintWindow(room.desk, owner, room.file).open());
            Fx.until("the system has told its printers", () -> room.desk.knowsPrinters());
            look("choices");

            press(KeyCode.DOWN); // all places of the screen
            press(KeyCode.DOWN); // key images
            press(KeyCode.DOWN); // the series
            press(KeyCode.ENTER);
            Fx.until(
                    "the first sheet is drawn",
                    () -> room.desk.step() == Step.LOOK && room.desk.shown().isPresent());
            look("sheet");
            press(KeyCode.PAGE_DOWN);
            Fx.until("all is seen", () -> room.desk.isAllSeen());
            press(KeyCode.ESCAPE);
            assertEquals(Step.CHOOSE, room.desk.step());
            press(KeyCode.ENTER);
            Fx.until("made again", () -> room.desk.mayLeave());
            press(KeyCode.ENTER);
            Fx.until("written", () -> room.desk.step() == Step.DONE);
            look("done");

            assertTrue(Files.exists(room.file));
            String told = Fx.call(() -> ((Label) scene().lookup("#print-told")).getText());
            assertEquals("2 sheets: " + room.file, told);
            press(KeyCode.ESCAPE);
            assertTrue(Fx.call(() -> Window.getWindows().stream().noneMatch(PrintWindowTest::isPrint)));
            Fx.run(owner::hide);
        }
    }

    private static Stage owner() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Region(), 300, 200));
        stage.show();
        return stage;
    }

    private static boolean isPrint(Window window) {
        return window.isShowing()
                && window.getScene().getRoot().getId() != null
                && window.getScene().getRoot().getId().equals("print");
    }

    private static Scene scene() {
        return Window.getWindows().stream()
                .filter(PrintWindowTest::isPrint)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    private static void press(KeyCode code) {
        Fx.run(() -> {
            Scene scene = scene();
            var target = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
        Fx.settle();
    }

    /** Written to a file where {@code candela.look} names a folder, for people to look at. */
    private static void look(String name) throws IOException {
        Fx.settle();
        String target = System.getProperty("candela.look");
        if (target == null) {
            return;
        }
        WritableImage seen = Fx.call(() -> scene().snapshot(null));
        BufferedImage image =
                new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            image.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
        }
        ImageIO.write(image, "png", Path.of(target, "print-" + name + ".png").toFile());
    }
}
