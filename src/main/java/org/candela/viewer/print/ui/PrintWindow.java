package org.candela.viewer.print.ui;

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
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintDesk.Step;

/** Printing over the work screen, by keys alone: Tab, arrows and Space choose, Enter goes on, Esc goes back. FX thread. */
// [impl->req~print.by-keys~1]
public final class PrintWindow {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 940;

    private final PrintDesk desk;
    private final Stage stage = new Stage();
    private final PrintView view;

    /**
     * @param owner the work window
     * @param file what a PDF is called where nothing else is typed
     */
    public PrintWindow(PrintDesk desk, Window owner, Path file) {
        this.desk = desk;
        this.view = PrintView.of(desk, file, stage);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, Objects.requireNonNull(PrintWindow.class.getResource("print.css")));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        stage.setScene(scene);
        stage.setTitle(Messages.of(PrintWindow.class).text("print.title"));
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
        desk.begin();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back();
        } else if (event.getCode() == KeyCode.ENTER && !(stage.getScene().getFocusOwner() instanceof Button)) {
            event.consume();
            view.forward();
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
