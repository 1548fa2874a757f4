package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.store.StoreException;
import org.candela.ui.Theme;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~worklist.ahead~1]
class AheadMarksTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClinicDesk desk;

    @BeforeEach
    void fill() throws StoreException {
        desk = new ClinicDesk(folder);
        desk.model.refresh().join();
    }

    @AfterEach
    void close() throws StoreException {
        desk.close();
    }

    private WorklistRow row(int place) {
        return desk.model.rows().get(place);
    }

    private ReadingItem.Id id(int place) {
        return row(place).item().id();
    }

    @Test
    void rowAndTooltipSayWhereItStandsAndTheOthersSayNothing() {
        desk.model.ahead().show(Map.of(id(0), new AheadMark(AheadMark.Stage.COMING, 40)));

        assertEquals("coming 40 %", row(0).state());
        assertTrue(row(0).reason().contains("images come: 40 % are here"), row(0).reason());
        assertEquals("ready", row(1).state());
        assertEquals("", desk.model.ahead().lineProperty().get());
    }

    @Test
    void whatHasNoRoomIsToldBelowTheListUntilItHas() {
        desk.model
                .ahead()
                .show(Map.of(id(0), AheadMark.of(AheadMark.Stage.HERE), id(1), AheadMark.of(AheadMark.Stage.NO_ROOM)));

        String told = desk.model.ahead().lineProperty().get();
        assertTrue(told.startsWith("Not brought ahead for want of room: 1."), told);

        desk.model.ahead().show(Map.of(id(0), AheadMark.of(AheadMark.Stage.HERE)));
        assertEquals("", desk.model.ahead().lineProperty().get());
        assertEquals("ready", row(1).state());
    }

    /** The share of the 1920 by 1080 work screen that a wide report leaves to the list. */
    @Test
    void noWordOfTheRowIsCutOff() throws IOException {
        Fx.start();
        Stage stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new WorklistView(desk.model, row -> {}), 940, 320);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
        try {
            Fx.run(() -> desk.model
                    .ahead()
                    .show(Map.of(
                            id(0),
                            new AheadMark(AheadMark.Stage.COMING, 100),
                            id(1),
                            AheadMark.of(AheadMark.Stage.NO_ROOM))));
            Fx.settle();
            shoot(stage);
            assertEquals(List.of("coming 100 %", "no room"), Fx.call(() -> statesIn(stage.getScene())));
        } finally {
            Fx.run(stage::hide);
        }
    }

    /** As they are drawn: what is cut off ends in an ellipsis. */
    private static List<String> statesIn(Scene scene) {
        return scene.getRoot().lookupAll(".table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getText() != null && cell.getText().matches("coming.*|no room"))
                .map(cell -> ((Text) cell.lookup(".text")).getText())
                .sorted()
                .toList();
    }

    private static void shoot(Stage stage) throws IOException {
        String place = System.getProperty("candela.shots");
        if (place != null) {
            Image picture = Fx.call(() -> stage.getScene().snapshot(null));
            Path file = Files.createDirectories(Path.of(place)).resolve("worklist-ahead.png");
            ImageIO.write(buffered(picture), "png", file.toFile());
        }
    }

    private static BufferedImage buffered(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    @Test
    void aStudyThatWasTakenSaysWhoseItIsAndNothingElse() throws Exception {
        ReadingItem.Id taken = id(0);
        desk.model.ahead().show(Map.of(taken, AheadMark.of(AheadMark.Stage.HERE)));

        desk.worklist.claim(taken, "reader-1");

        assertEquals("claimed", row(0).state().split("[ ,]")[0]);
        assertFalse(row(0).state().contains("\u00b7"), row(0).state());
    }
}
