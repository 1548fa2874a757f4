package org.candela.ui;

import java.net.URL;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A window over another for something done step by step, by keys alone: Tab, arrows and Space choose, Enter goes on, Esc goes
 * back, Page Down and Page Up turn. FX thread.
 */
public final class StepWindow {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 940;

    private final Stage stage;
    private final StepFrame frame;
    private final IntConsumer turn;

    /**
     * Puts {@code frame} into {@code stage}, which lies over {@code owner} and has words as large.
     *
     * @param sheet styles of the frame
     * @param turn told of pages further, negative for back
     */
    public StepWindow(Stage stage, Window owner, StepFrame frame, URL sheet, IntConsumer turn) {
        this.stage = stage;
        this.frame = frame;
        this.turn = turn;
        Scene scene = new Scene(frame, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, sheet);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
    }

    /** Shows it, as high as large words need and the screen allows. */
    public void open() {
        frame.applyCss();
        stage.setHeight(Math.min(stage.getOwner().getHeight(), Math.max(HEIGHT, frame.prefHeight(WIDTH))));
        stage.show();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            frame.back();
        } else if (event.getCode() == KeyCode.ENTER && !isAtButton()) {
            event.consume();
            frame.forward();
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            event.consume();
            turn.accept(1);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            event.consume();
            turn.accept(-1);
        }
    }

    /** Whether a button has the keyboard, whose own keys those of the window must leave alone. */
    public boolean isAtButton() {
        return stage.getScene().getFocusOwner() instanceof Button;
    }
}
