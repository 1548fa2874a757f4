package org.candela.ui;

import atlantafx.base.theme.NordDark;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The look of a dark reading room: AtlantaFX Nord Dark, darkened by {@code theme.css}. FX thread.
 *
 * <p>The colours are named here for what is drawn and not styled; a view styles with the CSS names ({@code -candela-…}).
 */
public final class Theme {
    /** Behind everything; near black, so that the room keeps its darkness. */
    public static final Color BACKGROUND = Color.web("#0b0d10");
    /** Panels. */
    public static final Color SURFACE = Color.web("#13171c");
    /** Reading text; light grey, never white. */
    public static final Color TEXT = Color.web("#c5ccd6");
    /** Labels and what is secondary. */
    public static final Color MUTED = Color.web("#7f8a99");
    /** The one colour of selection and focus. */
    public static final Color ACCENT = Color.web("#5fa8a0");
    /** Caution; always with words or a shape. */
    public static final Color AMBER = Color.web("#d8a24a");
    /** Failure; always with words or a shape. */
    public static final Color RED = Color.web("#d0605e");
    /** Success; always with words or a shape. */
    public static final Color GREEN = Color.web("#6fae7a");

    private Theme() {}

    /** Makes the base theme that of the whole application; once, before the first scene. */
    public static void install() {
        Application.setUserAgentStylesheet(new NordDark().getUserAgentStylesheet());
    }

    /** Dresses a scene in the theme and then in the style sheets of its views. */
    public static void dress(Scene scene, @Nullable URL... viewSheets) {
        scene.setFill(BACKGROUND);
        scene.getStylesheets().add(sheet(Theme.class.getResource("theme.css")));
        for (URL viewSheet : viewSheets) {
            scene.getStylesheets().add(sheet(viewSheet));
        }
    }

    /** The same for a scene of a window over {@code owner}, with words as large as there. */
    public static void dressLike(Window owner, Scene scene, @Nullable URL... viewSheets) {
        dress(scene, viewSheets);
        if (owner.getScene() != null) {
            scene.getRoot().styleProperty().bind(owner.getScene().getRoot().styleProperty());
        }
    }

    private static String sheet(@Nullable URL resource) {
        return Objects.requireNonNull(resource, "style sheet is missing from the class path")
                .toExternalForm();
    }
}
