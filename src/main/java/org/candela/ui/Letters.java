package org.candela.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/** How large words are, for the few sizes that a style sheet cannot give in {@code em}. FX thread. */
public final class Letters {
    /** Pixels of {@code .root} in theme.css. */
    private static final double NORMAL = 14;

    private Letters() {}

    /** Size of {@code font} in parts of the one that the theme comes with. */
    public static ObservableValue<Double> scale(ObservableValue<Font> font) {
        return font.map(Letters::scale);
    }

    /** Size of {@code font} in parts of the one that the theme comes with. */
    public static double scale(Font font) {
        return font.getSize() / NORMAL;
    }
}
