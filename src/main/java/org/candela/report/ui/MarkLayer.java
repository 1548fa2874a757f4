package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.candela.report.TextSpan;

/**
 * Marks over the letters of a text control, which itself can show letters of one kind only. Laid out after the control, so
 * that it knows where each letter stands. FX thread.
 */
final class MarkLayer extends Pane {
    private static final double LINE = 2;
    /** Half a period and the height of a wave. */
    private static final double WAVE = 3;

    private final TextArea area;
    private List<TextMark> marks = List.of();
    private String over = "";

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
        if (!marks.equals(shown) || !over.equals(area.getText())) {
            marks = List.copyOf(shown);
            over = area.getText();
            requestLayout(); // not for each letter that is typed in another field
        }
    }

    @Override
    protected void layoutChildren() {
        List<Shape> drawn = new ArrayList<>();
        if (area.getSkin() instanceof TextAreaSkin skin && area.getWidth() > 0) {
            marks.forEach(mark -> draw(mark, skin, drawn));
        }
        getChildren().setAll(drawn);
    }

    private void draw(TextMark mark, TextAreaSkin skin, List<Shape> drawn) {
        for (Rectangle2D line : lines(mark.span(), skin)) {
            double left = area.getInsets().getLeft() + line.getMinX(); // the skin counts from within the border
            double top = area.getInsets().getTop() + line.getMinY();
            Rectangle2D box = new Rectangle2D(left, top, line.getWidth(), line.getHeight());
            for (Shape shape : shapes(mark.kind(), box)) {
                shape.getStyleClass().add(mark.kind().styleClass());
                drawn.add(shape);
            }
        }
    }

    /** Each kind has a form of its own, since colours alone are not seen by all nor in all light. */
    private static List<Shape> shapes(TextMark.Kind kind, Rectangle2D box) {
        return switch (kind) {
            case LIVE -> List.of(bar(box, 0, box.getHeight()));
            case DOUBTFUL, LINKED -> List.of(bar(box, box.getHeight() - LINE, LINE));
            case DISAGREEING ->
                List.of(bar(box, box.getHeight() - LINE, LINE), bar(box, box.getHeight() - 2.5 * LINE, LINE / 2));
            case MISSPELLED -> List.of(wave(box));
        };
    }

    private static Rectangle bar(Rectangle2D box, double from, double height) {
        return new Rectangle(box.getMinX(), box.getMinY() + from, box.getWidth(), height);
    }

    private static Polyline wave(Rectangle2D box) {
        Polyline wave = new Polyline();
        boolean isLow = true;
        for (double x = box.getMinX(); x <= box.getMaxX(); x += WAVE) {
            wave.getPoints().addAll(x, box.getMaxY() - (isLow ? 0.5 : WAVE));
            isLow = !isLow;
        }
        return wave;
    }

    /** The boxes of the span, one a line of the text. Asking for a letter costs, and most words stand on one line. */
    private List<Rectangle2D> lines(TextSpan span, TextAreaSkin skin) {
        int end = Math.min(span.to(), area.getLength());
        if (span.from() >= end) {
            return List.of();
        }
        Rectangle2D first = skin.getCharacterBounds(span.from());
        Rectangle2D last = skin.getCharacterBounds(end - 1);
        if (isOneLine(first, last)) {
            return List.of(both(first, last));
        }
        List<Rectangle2D> lines = new ArrayList<>(List.of(first));
        for (int at = span.from() + 1; at < end; at++) {
            Rectangle2D letter = skin.getCharacterBounds(at);
            Rectangle2D line = lines.get(lines.size() - 1);
            if (isOneLine(line, letter)) {
                lines.set(lines.size() - 1, both(line, letter));
            } else {
                lines.add(letter);
            }
        }
        return lines;
    }

    private static boolean isOneLine(Rectangle2D one, Rectangle2D other) {
        return Math.abs(one.getMinY() - other.getMinY()) < 1;
    }

    private static Rectangle2D both(Rectangle2D one, Rectangle2D other) {
        double left = Math.min(one.getMinX(), other.getMinX());
        double right = Math.max(one.getMaxX(), other.getMaxX());
        return new Rectangle2D(left, one.getMinY(), right - left, Math.max(one.getHeight(), other.getHeight()));
    }
}
