package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhileShownTest {
    private final AtomicInteger steps = new AtomicInteger();

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @Test
    void stepsAreDoneInAWindowThatShowsAndEndWithIt() {
        Region node = Fx.call(Region::new);
        Fx.run(() -> WhileShown.repeat(node, Duration.ofMillis(5), steps::incrementAndGet));
        Stage stage = Fx.call(() -> new Stage());
        Fx.run(() -> stage.setScene(new Scene(node, 50, 50)));
        Fx.settle();
        assertEquals(0, steps.get(), "a window that does not show yet");

        Fx.run(stage::show);
        Fx.until("steps", () -> steps.get() >= 3);
        Fx.run(stage::hide);
        int whenHidden = steps.get();
        Fx.settle();
        Fx.settle();
        assertEquals(whenHidden, steps.get(), "the node is still in the scene of the hidden window");

        Fx.run(stage::show);
        Fx.until("steps again", () -> steps.get() > whenHidden);
        Fx.run(stage::close);
    }
}
