package org.candela.ui;

import java.io.IOException;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.Looks;

/** Hands on the window of a {@link StepFrame}, by keys alone. Not called on the FX thread, but for {@link #scene}. */
public record StepHands(String name) {
    /** A window to be over. */
    public static Stage owner() {
        return Fx.call(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Region(), 300, 200));
            stage.show();
            return stage;
        });
    }

    /** The scene of the frame. */
    public Scene scene() {
        return Window.getWindows().stream()
                .filter(this::isOne)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    /** Whether no such window is seen. */
    public boolean isGone() {
        return Fx.call(() -> Window.getWindows().stream().noneMatch(this::isOne));
    }

    private boolean isOne(Window window) {
        return window.isShowing() && name.equals(window.getScene().getRoot().getId());
    }

    /** Presses a key where the keyboard is. */
    public void press(KeyCode code) {
        Fx.run(() -> {
            Scene scene = scene();
            var target = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
        Fx.settle();
    }

    /** See {@link Looks#at}. */
    public void look(String step) throws IOException {
        Scene scene = Fx.call(this::scene);
        Looks.at(scene, name + "-" + step);
    }
}
