package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.ImagePoint;

/**
 * A closed centripetal Catmull-Rom curve: it passes through its points, and between neighbours it neither loops nor
 * overshoots (knots by the square root of their distance).
 */
final class Spline {
    /** Straight chords between two neighbouring points; what is drawn is what is measured. */
    static final int CHORDS = 24;

    private static final double CENTRIPETAL = 0.5;

    private Spline() {}

    /** The curve as an outline of straight chords. */
    static List<ImagePoint> outline(List<ImagePoint> points) {
        List<ImagePoint> distinct = withoutRepeats(points);
        int count = distinct.size();
        if (count < 3) {
            return distinct;
        }
        List<ImagePoint> outline = new ArrayList<>(count * CHORDS);
        for (int i = 0; i < count; i++) {
            List<ImagePoint> four = List.of(
                    distinct.get(Math.floorMod(i - 1, count)),
                    distinct.get(i),
                    distinct.get((i + 1) % count),
                    distinct.get((i + 2) % count));
            for (int chord = 0; chord < CHORDS; chord++) {
                outline.add(between(four, (double) chord / CHORDS));
            }
        }
        return outline;
    }

    private static List<ImagePoint> withoutRepeats(List<ImagePoint> points) {
        List<ImagePoint> distinct = new ArrayList<>();
        for (ImagePoint point : points) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(point)) {
                distinct.add(point);
            }
        }
        while (distinct.size() > 1 && distinct.get(0).equals(distinct.get(distinct.size() - 1))) {
            distinct.remove(distinct.size() - 1);
        }
        return distinct;
    }

    /** Barry and Goldman's pyramid from the second ({@code part} 0) to the third (1) of four points. */
    private static ImagePoint between(List<ImagePoint> four, double part) {
        double t1 = knot(four.get(0), four.get(1));
        double t2 = t1 + knot(four.get(1), four.get(2));
        double t3 = t2 + knot(four.get(2), four.get(3));
        double t = t1 + (t2 - t1) * part;
        ImagePoint a1 = mix(four.get(0), four.get(1), t / t1);
        ImagePoint a2 = mix(four.get(1), four.get(2), (t - t1) / (t2 - t1));
        ImagePoint a3 = mix(four.get(2), four.get(3), (t - t2) / (t3 - t2));
        ImagePoint b1 = mix(a1, a2, t / t2);
        ImagePoint b2 = mix(a2, a3, (t - t1) / (t3 - t1));
        return mix(b1, b2, (t - t1) / (t2 - t1));
    }

    private static double knot(ImagePoint from, ImagePoint to) {
        ImagePoint delta = to.minus(from);
        return Math.pow(Math.hypot(delta.column(), delta.row()), CENTRIPETAL);
    }

    private static ImagePoint mix(ImagePoint from, ImagePoint to, double part) {
        return Figure.scaled(from, 1 - part).plus(Figure.scaled(to, part));
    }
}
