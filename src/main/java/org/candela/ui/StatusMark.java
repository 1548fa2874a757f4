package org.candela.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/**
 * A status in words with the shape and colour of its tone, as large as the words; it can be read without seeing colours. FX
 * thread.
 */
public final class StatusMark {
    private StatusMark() {}

    /** A label that reads {@code words} with the mark of {@code tone} before it. */
    public static Label of(Tone tone, String words) {
        Label label = new Label();
        show(label, tone, words);
        return label;
    }

    /**
     * A label with a shape of the caller's own in the colour of {@code tone}, for kinds of status that must not be taken
     * for each other.
     *
     * @param outline SVG path in a box of 12 by 12, filled by the even-odd rule
     */
    public static Label withShape(Tone tone, String outline, String words) {
        Label label = new Label();
        show(label, tone, outline, words);
        return label;
    }

    /** Turns {@code label} into the mark of another status. */
    public static void show(Label label, Tone tone, String words) {
        show(label, tone, tone.outline(), words);
    }

    private static void show(Label label, Tone tone, String outline, String words) {
        SVGPath shape = new SVGPath();
        shape.setContent(outline);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("status-shape");
        ObservableValue<Double> scale = Letters.scale(label.fontProperty());
        shape.scaleXProperty().bind(scale);
        shape.scaleYProperty().bind(scale);
        label.setText(words);
        label.setGraphic(new Group(shape));
        label.getStyleClass().removeIf(name -> name.startsWith("tone-"));
        if (!label.getStyleClass().contains("status-mark")) {
            label.getStyleClass().add("status-mark");
        }
        label.getStyleClass().add(tone.styleClass());
    }
}
