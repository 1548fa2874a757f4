package org.candela.viewer.print.ui;

import java.nio.file.Path;
import java.util.Objects;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.ui.Messages;
import org.candela.ui.StepWindow;
import org.candela.viewer.print.PrintDesk;

/** Printing over the work screen, by keys alone as in every {@link StepWindow}. FX thread. */
// [impl->req~print.by-keys~1]
public final class PrintWindow {
    private final PrintDesk desk;
    private final PrintView view;
    private final StepWindow window;

    /**
     * @param owner the work window
     * @param file what a PDF is called where nothing else is typed
     */
    public PrintWindow(PrintDesk desk, Window owner, Path file) {
        Stage stage = new Stage();
        this.desk = desk;
        this.view = PrintView.of(desk, file, stage);
        this.window = new StepWindow(
                stage,
                owner,
                view.frame(),
                Objects.requireNonNull(PrintWindow.class.getResource("print.css")),
                desk::turn);
        stage.setTitle(Messages.of(PrintWindow.class).text("print.title"));
        stage.setOnHidden(event -> desk.cancel());
    }

    /** Shows it. */
    public void open() {
        window.open();
        view.focus();
        desk.begin();
    }
}
