package org.candela;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DeskKeyboardTest {
    @Test
    void theServerGivesItToTheWindowThatStandsThere() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Stage[] windows = Fx.call(() -> new Stage[] {window(100), window(500)});
        try {
            DeskKeyboard.turnTo(windows[0]);
            for (Stage window : new Stage[] {windows[1], windows[0]}) {
                DeskKeyboard.give(window, new AssertionError("not given"));
                Fx.until("the keyboard", window::isFocused);
            }
            assertTrue(Fx.call(() -> !windows[1].isFocused()));
        } finally {
            Fx.run(() -> {
                windows[0].hide();
                windows[1].hide();
            });
        }
    }

    private static Stage window(double x) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(new Pane(), 300, 200));
        stage.setX(x);
        stage.setY(50);
        stage.show();
        return stage;
    }
}
