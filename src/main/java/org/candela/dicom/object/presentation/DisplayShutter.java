package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.DisplayColor;
import org.candela.image.ImagePoint;
import org.candela.image.OverlayPlane;

/**
 * What of an image is covered (PS3.3 C.7.6.11, C.7.6.15). Where several shapes are given, only what all of them leave open
 * is seen.
 *
 * @param rectangle pixels that stay visible; empty when there is no such shape
 * @param circle empty when there is no such shape
 * @param polygon corners of what stays visible, pixel centres; empty when there is no such shape
 * @param bitmap marks are covered; no other shape stands beside it; empty when there is no such shape
 * @param pValue what stands in the place of what is covered, 0 to 65535
 * @param color the same on a display of colours; empty when none is stated
 */
public record DisplayShutter(
        Optional<PixelRectangle> rectangle,
        Optional<Circle> circle,
        List<ImagePoint> polygon,
        Optional<OverlayPlane> bitmap,
        int pValue,
        Optional<DisplayColor> color) {
    private static final int MOST = 65535;

    public DisplayShutter {
        polygon = List.copyOf(polygon);
        if (pValue < 0 || pValue > MOST) {
            throw new IllegalArgumentException("a shutter of P-value " + pValue);
        }
    }

    /**
     * A circle.
     *
     * @param radius in pixels along a row, &gt; 0 (C.7.6.11)
     */
    public record Circle(ImagePoint center, double radius) {}

    // [impl->req~dicom-object.state-shutter~1]
    /** Whether the pixel is covered in an image whose pixels are {@code aspect} times as high as wide. */
    public boolean covers(int row, int column, double aspect) {
        boolean isInRectangle = rectangle
                .map(open ->
                        column >= open.left() && column <= open.right() && row >= open.top() && row <= open.bottom())
                .orElse(true);
        boolean isInCircle =
                circle.map(open -> isWithin(open, row, column, aspect)).orElse(true);
        boolean isInPolygon = polygon.isEmpty() || isInside(row, column);
        boolean isMarked = bitmap.map(plane -> plane.isSet(row, column)).orElse(false);
        return !isInRectangle || !isInCircle || !isInPolygon || isMarked;
    }

    private static boolean isWithin(Circle open, int row, int column, double aspect) {
        double across = column - open.center().column();
        double down = (row - open.center().row()) * aspect;
        return Math.hypot(across, down) <= open.radius();
    }

    /** By crossings of a ray to the right. */
    private boolean isInside(int row, int column) {
        boolean isInside = false;
        ImagePoint from = polygon.get(polygon.size() - 1);
        for (ImagePoint to : polygon) {
            boolean isCrossed = from.row() > row != to.row() > row
                    && column
                            < (from.column() - to.column()) * (row - to.row()) / (from.row() - to.row()) + to.column();
            isInside ^= isCrossed;
            from = to;
        }
        return isInside;
    }
}
