package org.candela.readiness.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
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

    private static final ReadinessItem WINDOW = new ReadinessItem(
            "room.window", "Window", Status.NOT_ASSESSED, "Nobody looked in this shift.", "Look, then say so.");

    // [utest->req~readiness.said-on-card~1]
    @Test
    void whatTheReaderSaysStandsOnTheCardAtOnce() {
        StringBuilder said = new StringBuilder();
        ReadinessViewModel model = new ReadinessViewModel(
                new ReadinessBoard(
                        List.of(() -> said.isEmpty()
                                ? WINDOW
                                : ReadinessItem.ready("room.window", "Window", said.toString())),
                        Clock.systemUTC()),
                Runnable::run,
                Runnable::run,
                List.of(new CardAction("room.window", "Enter", "what is there", said::append)));
        model.check().join();

        model.act(model.actionsOf(WINDOW).get(0), "nothing").join();

        assertEquals(Status.READY, model.items().get(0).status());
        assertEquals("nothing", model.items().get(0).reason());
        assertEquals("", model.toldProperty().get());
    }

    // [utest->req~readiness.said-on-card~1]
    @Test
    void whatDoesNotGoIsToldAndTheCardStays() {
        ReadinessViewModel model = new ReadinessViewModel(
                new ReadinessBoard(List.of(() -> WINDOW), Clock.systemUTC()),
                Runnable::run,
                Runnable::run,
                List.of(new CardAction("room.window", "Enter", "", typed -> {
                    throw new CandelaException("test.refused", "That is no number");
                })));
        model.check().join();

        model.act(model.actionsOf(WINDOW).get(0), "x").join();

        assertEquals("That is no number", model.toldProperty().get());
        assertEquals(List.of(WINDOW), model.items());
    }

    // [utest->req~readiness.said-on-card~1]
    @Test
    void theCardStandsInGroupsAndIsAnsweredByKeys() {
        Assumptions.assumeTrue(VirtualDesk.display().isPresent(), VirtualDesk::absence);
        Fx.start();
        StringBuilder said = new StringBuilder();
        ReadinessViewModel model = new ReadinessViewModel(
                new ReadinessBoard(
                        List.of(
                                () -> WINDOW,
                                () -> ReadinessItem.ready("disk.space", "Disk space", "Plenty."),
                                () -> BLOCKED),
                        Clock.systemUTC()),
                Runnable::run,
                Runnable::run,
                List.of(new CardAction("room.window", "Enter", "what is there", said::append)));

        ReadinessView view = Fx.call(() -> {
            ReadinessView made = new ReadinessView(model);
            model.check().join();
            new Scene(made).getRoot().applyCss();
            return made;
        });

        assertEquals(
                List.of(
                        "Displays \u2013 1 of 1 to look at",
                        "Room \u2013 1 of 1 to look at",
                        "This machine \u2013 all ready (1)"),
                Fx.call(() -> view.lookupAll(".readiness-group").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()));
        Fx.call(() -> {
            TextField field = (TextField) view.lookup("#act-room-window-0-field");
            field.setText("bright lamp");
            field.fireEvent(new ActionEvent());
            return true;
        });
        assertEquals("bright lamp", said.toString());
    }

    private static String text(ReadinessView view, String id) {
        return Fx.call(() -> ((Label) view.lookup(id)).getText());
    }

    private static ReadinessViewModel model(ReadinessItem item) {
        return new ReadinessViewModel(
                new ReadinessBoard(List.of(() -> item), Clock.systemUTC()), Runnable::run, Runnable::run);
    }
}
