package org.candela.demo.shift;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.candela.viewer.Lightbox;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;

/** Compares with the prior, measures and marks a key image by keys alone, as a reader without a pointer does. */
final class CompareActs {
    private static final int STEPS = 5;

    private final ShiftStage stage;
    private final Hands hands;
    private final ReadingSession session;

    CompareActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
        this.session = stage.reading().session();
    }

    List<Act> acts() {
        return List.of(
                new Act("compare", "Lay the prior beside the study and link them, by keys", this::compare),
                new Act("grid", "Hang four places", this::grid),
                new Act("measure-by-keys", "Measure without a pointer, take it back and make it again", this::measure),
                new Act("key-image", "Mark a key image", this::markKeyImage));
    }

    // [impl->req~demo.shift-compare~1]
    private String compare() throws ShiftException {
        hands.press(KeyCode.F10);
        boolean hasPrior = hands.see(() -> right().frameCount() > STEPS && left().frameCount() > STEPS);
        if (!hasPrior) {
            return "no prior of several images hangs: nothing to link";
        }
        int before = hands.see(() -> left().frameIndex());
        hands.press(KeyCode.TAB);
        hands.until("keys act on the prior", () -> session.active().equals(Place.RIGHT));
        while (hands.see(() -> right().frameIndex()) < Math.min(before, hands.see(() -> right().frameCount()) - 1)) {
            hands.press(KeyCode.DOWN);
        }
        hands.press(KeyCode.Y, KeyCode.SHIFT);
        hands.until(
                "they are linked",
                () -> session.linking().offset(Place.LEFT, Place.RIGHT).isPresent());
        hands.press(KeyCode.TAB);
        hands.until("keys act on the study", () -> session.active().equals(Place.LEFT));
        int there = hands.see(() -> right().frameIndex());
        for (int i = 0; i < STEPS; i++) {
            hands.press(KeyCode.DOWN);
        }
        hands.until("the prior follows", () -> right().frameIndex() > there);
        Images.untilDrawn(stage, hands);
        return "image " + (1 + hands.see(() -> left().frameIndex())) + " beside image "
                + (1 + hands.see(() -> right().frameIndex())) + " of the prior, linked";
    }

    private String grid() throws ShiftException {
        hands.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        hands.until("four places", () -> box().places(0).size() == 4);
        Images.untilDrawn(stage, hands);
        int hung = hands.see(() -> (int) box().places(0).stream()
                .filter(place -> session.viewport(place).stack().isPresent())
                .count());
        return hung + " of 4 places hold images";
    }

    private String measure() throws ShiftException {
        hands.press(KeyCode.Z, KeyCode.CONTROL);
        hands.until("one place again", () -> box().grids().get(0).equals(Grid.SINGLE));
        Images.untilDrawn(stage, hands);
        hands.press(KeyCode.L);
        hands.press(KeyCode.ENTER); // the crosshair
        hands.press(KeyCode.ENTER); // the first end
        for (int i = 0; i < STEPS; i++) {
            hands.press(KeyCode.RIGHT);
        }
        hands.press(KeyCode.ENTER);
        hands.until("a length", () -> left().measuring().latest().isPresent());
        String measured =
                hands.see(() -> left().measuring().latest().orElseThrow().text());
        hands.press(KeyCode.Z, KeyCode.CONTROL);
        hands.until("taken back", () -> left().measuring().latest().isEmpty());
        hands.press(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        hands.until("made again", () -> left().measuring().latest().isPresent());
        Images.untilDrawn(stage, hands);
        return "four places undone by one key; " + measured + " by keys, undone and redone";
    }

    private String markKeyImage() throws ShiftException {
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.DELETE);
        hands.until("the length is removed", () -> left().measuring().latest().isEmpty());
        hands.press(KeyCode.S);
        hands.press(KeyCode.K);
        hands.until("a key image", () -> session.keyImages().marked().size() == 1);
        Images.untilDrawn(stage, hands);
        return "image " + (1 + hands.see(() -> left().frameIndex())) + " is a key image";
    }

    private Lightbox box() {
        return session.lightbox();
    }

    private Viewport left() {
        return session.viewport(Place.LEFT);
    }

    private Viewport right() {
        return session.viewport(Place.RIGHT);
    }
}
