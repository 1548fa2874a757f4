package org.candela.viewer.export.ui;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.ui.Messages;
import org.candela.ui.StepWindow;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;

/** An export over the work screen, by keys alone as in every {@link StepWindow}; Space changes the size of pictures. FX thread. */
// [impl->req~export.by-keys~1]
public final class ExportWindow {
    private final ExportDesk desk;
    private final ExportView view;
    private final StepWindow window;

    /** @param owner the work window */
    public ExportWindow(ExportDesk desk, Window owner, Path folder) {
        Stage stage = new Stage();
        this.desk = desk;
        this.view = ExportView.of(desk, folder, stage);
        this.window = new StepWindow(
                stage,
                owner,
                view.frame(),
                Objects.requireNonNull(ExportWindow.class.getResource("export.css")),
                desk::turn);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        stage.setTitle(Messages.of(ExportWindow.class).text("export.title"));
        stage.setOnHidden(event -> desk.cancel());
    }

    /** Shows it. */
    public void open() {
        window.open();
        view.focus();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && desk.step() == Step.LOOK && !window.isAtButton()) {
            event.consume();
            desk.changeSize();
        }
    }
}
