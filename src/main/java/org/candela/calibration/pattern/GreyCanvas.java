package org.candela.calibration.pattern;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.candela.image.Frame;

/** What a pattern is drawn on: device pixels, levels 0 (black) to 255 (white); what lies outside is left out. */
final class GreyCanvas {
    private final PatternSize size;
    private final PatternDepth depth;
    private final double valuesPerLevel;
    private final short[] samples;

    GreyCanvas(PatternSize size, PatternDepth depth, LevelScale scale) {
        this.size = size;
        this.depth = depth;
        this.valuesPerLevel = scale.valuesPerLevel(depth);
        this.samples = new short[size.pixels()];
    }

    /** A level in place of each pixel. */
    interface Levels {
        double at(int x, int y);
    }

    int width() {
        return size.width();
    }

    int height() {
        return size.height();
    }

    Box all() {
        return new Box(0, 0, size.width(), size.height());
    }

    void fill(double level) {
        Arrays.fill(samples, stored(level));
    }

    void fill(Box box, double level) {
        short stored = stored(level);
        int from = Math.max(0, box.left());
        int to = Math.min(width(), box.right());
        for (int y = Math.max(0, box.top()); y < Math.min(height(), box.bottom()) && from < to; y++) {
            Arrays.fill(samples, y * width() + from, y * width() + to, stored);
        }
    }

    /** Draws each pixel of {@code box} anew; {@code x} and {@code y} are counted from its corner. */
    void draw(Box box, Levels levels) {
        for (int y = Math.max(0, box.top()); y < Math.min(height(), box.bottom()); y++) {
            for (int x = Math.max(0, box.left()); x < Math.min(width(), box.right()); x++) {
                samples[y * width() + x] = stored(levels.at(x - box.left(), y - box.top()));
            }
        }
    }

    /** A level that depends on the column alone. */
    void columns(Box box, IntToDoubleFunction level) {
        for (int x = 0; x < box.width(); x++) {
            fill(new Box(box.left() + x, box.top(), 1, box.height()), level.applyAsDouble(x));
        }
    }

    /** A level that depends on the row alone. */
    void rows(Box box, IntToDoubleFunction level) {
        for (int y = 0; y < box.height(); y++) {
            fill(new Box(box.left(), box.top() + y, box.width(), 1), level.applyAsDouble(y));
        }
    }

    /** The outermost pixels of {@code box}, {@code thickness} of them. */
    void outline(Box box, int thickness, double level) {
        fill(new Box(box.left(), box.top(), box.width(), thickness), level);
        fill(new Box(box.left(), box.bottom() - thickness, box.width(), thickness), level);
        fill(new Box(box.left(), box.top(), thickness, box.height()), level);
        fill(new Box(box.right() - thickness, box.top(), thickness, box.height()), level);
    }

    /** Pixels whose centre is nearer than {@code radius} to the corner of pixel ({@code x}, {@code y}). */
    void disc(int x, int y, double radius, double level) {
        halfDisc(x, y, radius, level, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The part of a disc in the columns {@code from} to {@code to}, the last not included. */
    void halfDisc(int x, int y, double radius, double level, int from, int to) {
        int reach = (int) Math.ceil(radius);
        for (int row = -reach; row < reach; row++) {
            double half = Math.sqrt(Math.max(0, radius * radius - (row + 0.5) * (row + 0.5)));
            int left = Math.max(from, (int) Math.ceil(x - half - 0.5));
            int right = Math.min(to, (int) Math.floor(x + half - 0.5) + 1);
            if (right > left && Math.abs(row + 0.5) < radius) {
                fill(new Box(left, y + row, right - left, 1), level);
            }
        }
    }

    Frame frame() {
        return new Frame(depth.layout(size), samples);
    }

    private short stored(double level) {
        return (short) Math.max(0, Math.min(depth.maximum(), Math.round(level * valuesPerLevel)));
    }
}
