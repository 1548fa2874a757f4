package org.candela.viewer.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Letters as shapes, for alphabets that the font of the sheets has not: names are never printed as question marks. */
final class Outline {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final PDPageContentStream stream;
    private final float left;
    private final float base;

    /**
     * @param left where the first letter begins, points
     * @param base height of the baseline, points upwards
     */
    Outline(PDPageContentStream stream, float left, float base) {
        this.stream = stream;
        this.left = left;
        this.base = base;
    }

    /** In the unit of {@code size}. */
    static double width(String text, double size) {
        return glyphs(text, (float) size).getLogicalBounds().getWidth();
    }

    void draw(String text, float size) throws IOException {
        PathIterator path = glyphs(text, size).getOutline().getPathIterator(null);
        stream.setNonStrokingColor(0f);
        boolean hasShape = false;
        float[] at = new float[2];
        for (float[] to = new float[6]; !path.isDone(); path.next()) {
            hasShape = true;
            step(path.currentSegment(to), to, at);
        }
        if (hasShape) {
            stream.fill();
        }
    }

    /** @param at where the pen is; moved */
    private void step(int kind, float[] to, float[] at) throws IOException {
        int last = 0;
        switch (kind) {
            case PathIterator.SEG_MOVETO -> stream.moveTo(x(to[0]), y(to[1]));
            case PathIterator.SEG_LINETO -> stream.lineTo(x(to[0]), y(to[1]));
            case PathIterator.SEG_QUADTO -> {
                // PDF has no quadratic curves; the cubic one through the same control point is the same.
                last = 2;
                stream.curveTo(
                        x(at[0] + 2 * (to[0] - at[0]) / 3),
                        y(at[1] + 2 * (to[1] - at[1]) / 3),
                        x(to[2] + 2 * (to[0] - to[2]) / 3),
                        y(to[3] + 2 * (to[1] - to[3]) / 3),
                        x(to[2]),
                        y(to[3]));
            }
            case PathIterator.SEG_CUBICTO -> {
                last = 4;
                stream.curveTo(x(to[0]), y(to[1]), x(to[2]), y(to[3]), x(to[4]), y(to[5]));
            }
            default -> {
                stream.closePath();
                return;
            }
        }
        at[0] = to[last];
        at[1] = to[last + 1];
    }

    private float x(float x) {
        return left + x;
    }

    private float y(float y) {
        return base - y;
    }

    private static GlyphVector glyphs(String text, float size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size).createGlyphVector(CONTEXT, text);
    }
}
