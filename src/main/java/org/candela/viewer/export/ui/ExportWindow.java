package org.candela.viewer.export.ui;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;

/** An export over the work screen, by keys alone: Tab, arrows and Space choose, Enter goes on, Esc goes back. FX thread. */
// [impl->req~export.by-keys~1]
public final class ExportWindow {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 940;

    private final ExportDesk desk;
    private final Stage stage = new Stage();
    private final ExportView view;

    /** @param owner the work window */
    public ExportWindow(ExportDesk desk, Window owner, Path folder) {
        this.desk = desk;
        this.view = ExportView.of(desk, folder, stage);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, Objects.requireNonNull(ExportWindow.class.getResource("export.css")));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        stage.setScene(scene);
        stage.setTitle(Messages.of(ExportWindow.class).text("export.title"));
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setOnHidden(event -> desk.cancel());
    }

    /** Shows it, as high as large words need and the screen allows. */
    public void open() {
        view.applyCss();
        stage.setHeight(Math.min(stage.getOwner().getHeight(), Math.max(HEIGHT, view.prefHeight(WIDTH))));
        stage.show();
        view.focus();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back();
        } else if (event.getCode() == KeyCode.ENTER && !(stage.getScene().getFocusOwner() instanceof Button)) {
            event.consume();
            view.forward();
        } else if (event.getCode() == KeyCode.SPACE
                && desk.step() == Step.LOOK
                && !(stage.getScene().getFocusOwner() instanceof Button)) {
            event.consume();
            desk.changeSize();
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            event.consume();
            desk.turn(1);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            event.consume();
            desk.turn(-1);
        }
    }

    private void back() {
        if (desk.step() == Step.CHOOSE || desk.step() == Step.DONE) {
            stage.close();
        } else {
            desk.cancel();
        }
    }
}
