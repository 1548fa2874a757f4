package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.DisplayColor;
import org.candela.image.ImagePoint;
import org.candela.image.OverlayPlane;
import org.candela.image.Shutter;

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
    /** The shutter over an image whose pixels are {@code aspect} times as high as wide. */
    public Shutter onImage(double aspect) {
        List<Shutter.Shape> shapes = new ArrayList<>();
        rectangle.ifPresent(
                open -> shapes.add(new Shutter.Rectangle(open.left(), open.top(), open.right(), open.bottom())));
        circle.ifPresent(open -> shapes.add(new Shutter.Circle(open.center(), open.radius(), aspect)));
        if (!polygon.isEmpty()) {
            shapes.add(new Shutter.Polygon(polygon));
        }
        bitmap.ifPresent(plane -> shapes.add(new Shutter.Bitmap(plane)));
        return new Shutter(shapes, pValue);
    }
}
