package org.candela.shell;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.ui.Theme;

/**
 * The one window of a role: as large as its monitor and without a frame. FX thread.
 *
 * <p>JavaFX keeps a single full-screen stage at a time, hence an undecorated stage at the bounds of the monitor. The
 * window outlives its monitor: it is hidden and comes back with everything in it.
 *
 * <p>While monitors come and go, toolkit and window manager move windows on their own. A window that was moved goes back,
 * but a few times only, so that it never fights with a window manager that insists.
 */
final class DeskWindow {
    private static final int PATIENCE = 3;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Executor ui;
    private Area place = new Area(0, 0, 1, 1);
    private int returnsLeft;

    DeskWindow(String title, Parent content, Executor ui) {
        this.ui = ui;
        Scene scene = new Scene(new StackPane(content), 1, 1);
        Theme.dress(scene, DeskWindow.class.getResource("shell.css"));
        stage.setTitle(title);
        stage.setScene(scene);
        for (var bound : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            bound.addListener(moved -> comeBackLater());
        }
    }

    Stage stage() {
        return stage;
    }

    void standOn(Area area) {
        place = area;
        returnsLeft = PATIENCE;
        takePlace();
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    void hide() {
        stage.hide();
    }

    private void comeBackLater() {
        if (stage.isShowing() && !isInPlace() && returnsLeft > 0) {
            returnsLeft--;
            ui.execute(() -> {
                if (stage.isShowing() && !isInPlace()) {
                    takePlace();
                }
            });
        }
    }

    private boolean isInPlace() {
        return stage.getX() == place.x()
                && stage.getY() == place.y()
                && stage.getWidth() == place.width()
                && stage.getHeight() == place.height();
    }

    private void takePlace() {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }
}
