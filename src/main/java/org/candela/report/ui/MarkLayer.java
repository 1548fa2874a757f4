package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.candela.report.TextSpan;

/**
 * Marks over the letters of a text control, which itself can show letters of one kind only. Laid out after the control, so
 * that it knows where each letter stands. FX thread.
 */
final class MarkLayer extends Pane {
    private static final double LINE = 2;

    private final TextArea area;
    private List<TextMark> marks = List.of();

    MarkLayer(TextArea area) {
        this.area = area;
        setMouseTransparent(true);
        setManaged(false);
        area.scrollTopProperty().addListener((value, before, now) -> requestLayout());
        area.fontProperty().addListener((value, before, now) -> requestLayout());
        area.skinProperty().addListener((value, before, now) -> requestLayout());
        area.widthProperty().addListener((value, before, now) -> requestLayout());
        area.heightProperty().addListener((value, before, now) -> requestLayout());
    }

    /** In places of what the control shows. */
    void show(List<TextMark> shown) {
        marks = List.copyOf(shown);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Rectangle> drawn = new ArrayList<>();
        if (area.getSkin() instanceof TextAreaSkin skin && area.getWidth() > 0) {
            marks.forEach(mark -> draw(mark, skin, drawn));
        }
        getChildren().setAll(drawn);
    }

    private void draw(TextMark mark, TextAreaSkin skin, List<Rectangle> drawn) {
        for (Rectangle2D line : lines(mark.span(), skin)) {
            boolean isVeil = mark.kind() == TextMark.Kind.LIVE;
            double height = isVeil ? line.getHeight() : LINE;
            double left = area.getInsets().getLeft() + line.getMinX(); // the skin counts from within the border
            double top = area.getInsets().getTop() + (isVeil ? line.getMinY() : line.getMaxY() - LINE);
            Rectangle shape = new Rectangle(left, top, line.getWidth(), height);
            shape.getStyleClass().add(mark.kind().styleClass());
            drawn.add(shape);
        }
    }

    /** The boxes of the span, one a line of the text. */
    private List<Rectangle2D> lines(TextSpan span, TextAreaSkin skin) {
        List<Rectangle2D> lines = new ArrayList<>();
        int end = Math.min(span.to(), area.getLength());
        for (int at = span.from(); at < end; at++) {
            Rectangle2D letter = skin.getCharacterBounds(at);
            Rectangle2D last = lines.isEmpty() ? Rectangle2D.EMPTY : lines.get(lines.size() - 1);
            boolean isSameLine = !lines.isEmpty() && Math.abs(last.getMinY() - letter.getMinY()) < 1;
            if (isSameLine) {
                lines.set(lines.size() - 1, both(last, letter));
            } else {
                lines.add(letter);
            }
        }
        return lines;
    }

    private static Rectangle2D both(Rectangle2D one, Rectangle2D other) {
        double left = Math.min(one.getMinX(), other.getMinX());
        double right = Math.max(one.getMaxX(), other.getMaxX());
        return new Rectangle2D(left, one.getMinY(), right - left, Math.max(one.getHeight(), other.getHeight()));
    }
}
