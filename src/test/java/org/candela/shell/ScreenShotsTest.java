package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.ScreenId;
import org.candela.shell.DeskPlan.Placement;
import org.candela.shell.ScreenShots.Shot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the desk of three monitors, each filled with a colour of its own. */
class ScreenShotsTest {
    private static final List<ScreenRole> ROLES =
            List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT, ScreenRole.WORK);
    private static final List<Color> COLOURS =
            List.of(Color.rgb(200, 10, 20), Color.rgb(10, 120, 30), Color.rgb(5, 6, 7));

    @TempDir
    private Path folder;

    private final List<Stage> stages = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();

    @BeforeEach
    void fillEachMonitor() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Fx.run(() -> {
            List<Screen> screens = Screen.getScreens().stream()
                    .sorted(Comparator.comparing(screen -> screen.getBounds().getMinX()))
                    .toList();
            for (int i = 0; i < screens.size(); i++) {
                Rectangle2D at = screens.get(i).getBounds();
                stages.add(filled(at, COLOURS.get(i)));
                placements.add(new Placement(
                        new DeskScreen(
                                new ScreenId("SCREEN-" + i),
                                "screen " + i,
                                new Area(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()),
                                1,
                                i == 0),
                        ROLES.get(i)));
            }
        });
        Fx.settle();
    }

    @AfterEach
    void clear() {
        if (!stages.isEmpty()) {
            Fx.run(() -> stages.forEach(Stage::hide));
        }
    }

    @Test
    void eachMonitorWithARoleIsPicturedWholeAndAlone() {
        Fx.until("the windows are drawn", () -> colours(ScreenShots.take(new DeskPlan(placements)))
                .equals(COLOURS));

        List<Shot> shots = take();

        assertEquals(ROLES, shots.stream().map(Shot::role).toList());
        assertEquals(
                List.of("1536x2048", "1536x2048", "1920x1080"),
                shots.stream()
                        .map(shot -> (int) shot.picture().getWidth() + "x"
                                + (int) shot.picture().getHeight())
                        .toList());
    }

    @Test
    void aSpareMonitorIsLeftOut() {
        Placement spare = new Placement(placements.remove(1).screen(), ScreenRole.SPARE);
        placements.add(spare);

        assertEquals(
                List.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.WORK),
                take().stream().map(Shot::role).toList());
    }

    @Test
    void theFileIsNamedByStepAndRoleAndHoldsWhatWasSeen() throws Exception {
        Fx.until("the windows are drawn", () -> colours(ScreenShots.take(new DeskPlan(placements)))
                .equals(COLOURS));
        Shot left = take().get(0);

        Path file = left.write(folder.resolve("made/on/demand"), "03-open");

        assertEquals("03-open-diagnostic-left.png", file.getFileName().toString());
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(1536, read.getWidth());
        assertEquals(0xFFC80A14, read.getRGB(0, 0));
        assertEquals(0xFFC80A14, read.getRGB(1535, 2047));
    }

    private List<Shot> take() {
        return Fx.call(() -> ScreenShots.take(new DeskPlan(placements)));
    }

    /** At the corners, so that a neighbour's edge would show. */
    private static List<Color> colours(List<Shot> shots) {
        return shots.stream()
                .map(shot -> {
                    Color first = shot.picture().getPixelReader().getColor(0, 0);
                    int right = (int) shot.picture().getWidth() - 1;
                    int bottom = (int) shot.picture().getHeight() - 1;
                    boolean isWhole = shot.picture()
                            .getPixelReader()
                            .getColor(right, bottom)
                            .equals(first);
                    return isWhole ? first : Color.TRANSPARENT;
                })
                .toList();
    }

    private static Stage filled(Rectangle2D at, Color colour) {
        Region fill = new Region();
        fill.setStyle("-fx-background-color: #" + colour.toString().substring(2, 8));
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(fill, at.getWidth(), at.getHeight(), colour));
        stage.setX(at.getMinX());
        stage.setY(at.getMinY());
        stage.setWidth(at.getWidth());
        stage.setHeight(at.getHeight());
        stage.show();
        return stage;
    }
}
