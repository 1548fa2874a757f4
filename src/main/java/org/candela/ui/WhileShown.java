package org.candela.ui;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * What is done again and again while a node is to be seen. FX thread.
 *
 * <p>The toolkit holds whatever repeats, with all that it reaches: a view whose clock runs on after its window has closed
 * keeps a whole room in memory.
 */
public final class WhileShown {
    private WhileShown() {}

    /** Does {@code step} every {@code pause} as long as {@code node} is in a window that shows. */
    public static void repeat(Node node, Duration pause, Runnable step) {
        Timeline clock =
                new Timeline(new KeyFrame(javafx.util.Duration.millis((double) pause.toMillis()), event -> step.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .addListener((value, before, isShown) -> {
                    if (isShown) {
                        clock.play();
                    } else {
                        clock.stop();
                    }
                });
    }
}
