package org.candela.readiness.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ReadinessViewTest {
    private static final ReadinessItem BLOCKED =
            new ReadinessItem("display", "Display", Status.BLOCKED, "Never calibrated.", "Calibrate it.");

    @Test
    void nothingIsAllowedBeforeTheFirstCheck() {
        ReadinessViewModel model = model(ReadinessItem.ready("disk", "Disk", "Plenty."));

        assertFalse(model.allowedProperty().get());
        model.check().join();
        assertTrue(model.allowedProperty().get());
        assertEquals(List.of(), model.reasons());
    }

    @Test
    void aBlockedItemSaysWhyAndWhatToDo() {
        Assumptions.assumeTrue(VirtualDesk.display().isPresent(), VirtualDesk::absence);
        Fx.start();
        ReadinessViewModel model = model(BLOCKED);

        ReadinessView view = Fx.call(() -> {
            ReadinessView made = new ReadinessView(model);
            model.check().join();
            new Scene(made).getRoot().applyCss(); // what scrolls is in the tree from then on
            return made;
        });

        assertEquals("Not for primary reading", text(view, "#readiness-answer"));
        assertEquals(List.of("Display: Never calibrated."), model.reasons());
        assertTrue(Fx.call(() -> view.lookupAll(".what-to-do").stream()
                .anyMatch(node -> ((Label) node).getText().equals("Calibrate it."))));
    }

    private static String text(ReadinessView view, String id) {
        return Fx.call(() -> ((Label) view.lookup(id)).getText());
    }

    private static ReadinessViewModel model(ReadinessItem item) {
        return new ReadinessViewModel(
                new ReadinessBoard(List.of(() -> item), Clock.systemUTC()), Runnable::run, Runnable::run);
    }
}
