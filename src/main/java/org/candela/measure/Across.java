package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.ImagePoint;

/** Keeps the second axis of a bidirectional measurement at a right angle to the first, in the patient and not in pixels. */
final class Across {
    private Across() {}

    /** The four points, {@code touched} (0 to 3) left where it is. */
    static List<ImagePoint> corrected(List<ImagePoint> points, int touched, double aspect) {
        List<ImagePoint> result = new ArrayList<>(points);
        int kept = touched == 3 ? 3 : 2;
        int follows = kept == 3 ? 2 : 3;
        result.set(follows, end(points.get(0), points.get(1), points.get(kept), points.get(follows), aspect));
        return result;
    }

    /** The point nearest to {@code wanted} on the line through {@code start} across the axis {@code from}–{@code to}. */
    static ImagePoint end(ImagePoint from, ImagePoint to, ImagePoint start, ImagePoint wanted, double aspect) {
        Planar axis = Planar.between(from, to, 1, aspect);
        if (axis.length() == 0) {
            return wanted;
        }
        Planar across = new Planar(-axis.y(), axis.x()).times(1 / axis.length());
        double along = Planar.between(start, wanted, 1, aspect).dot(across);
        return start.plus(new ImagePoint(across.x() * along, across.y() * along / aspect));
    }
}
