package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;

/** Curves of graphics as lines of many points. */
final class Outlines {
    private static final int ROUND_POINTS = 72;
    private static final int POINTS_BETWEEN = 8;
    /** A curve through so many points is drawn straight from one to the next: it looks the same and takes no memory. */
    private static final int MOST_SMOOTHED = 4096;

    private Outlines() {}

    static List<AnnotationPoint> circle(AnnotationPoint center, AnnotationPoint onLine) {
        double radius = Math.hypot(onLine.x() - center.x(), onLine.y() - center.y());
        return round(center, radius, 0, 0, radius);
    }

    /** The axes cross in the middle of the long one. */
    static List<AnnotationPoint> ellipse(List<AnnotationPoint> ends) {
        AnnotationPoint from = ends.get(0);
        AnnotationPoint to = ends.get(1);
        AnnotationPoint center = new AnnotationPoint((from.x() + to.x()) / 2, (from.y() + to.y()) / 2, from.units());
        return round(
                center,
                (to.x() - from.x()) / 2,
                (to.y() - from.y()) / 2,
                (ends.get(3).x() - ends.get(2).x()) / 2,
                (ends.get(3).y() - ends.get(2).y()) / 2);
    }

    private static List<AnnotationPoint> round(AnnotationPoint center, double ax, double ay, double bx, double by) {
        List<AnnotationPoint> line = new ArrayList<>();
        for (int i = 0; i <= ROUND_POINTS; i++) {
            double angle = 2 * Math.PI * (i % ROUND_POINTS) / ROUND_POINTS;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            line.add(new AnnotationPoint(
                    center.x() + ax * cos + bx * sin, center.y() + ay * cos + by * sin, center.units()));
        }
        return line;
    }

    /** Catmull-Rom: which curve it is, is left to the application (C.10.5.1.2). */
    static List<AnnotationPoint> smooth(List<AnnotationPoint> points) {
        int count = points.size();
        if (count < 3 || count > MOST_SMOOTHED) {
            return points;
        }
        boolean isClosed = points.get(0).equals(points.get(count - 1));
        List<AnnotationPoint> line = new ArrayList<>();
        for (int i = 0; i + 1 < count; i++) {
            AnnotationPoint before = i > 0 ? points.get(i - 1) : points.get(isClosed ? count - 2 : 0);
            AnnotationPoint after = i + 2 < count ? points.get(i + 2) : points.get(isClosed ? 1 : count - 1);
            for (int step = 0; step < POINTS_BETWEEN; step++) {
                double t = step / (double) POINTS_BETWEEN;
                line.add(new AnnotationPoint(
                        between(before.x(), points.get(i).x(), points.get(i + 1).x(), after.x(), t),
                        between(before.y(), points.get(i).y(), points.get(i + 1).y(), after.y(), t),
                        points.get(i).units()));
            }
        }
        line.add(points.get(count - 1));
        return line;
    }

    private static double between(double p0, double p1, double p2, double p3, double t) {
        return 0.5
                * (2 * p1
                        + (p2 - p0) * t
                        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                        + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }
}
