package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.PixelSpacing;

/**
 * The part of an image that is shown, and how large (PS3.3 C.10.4).
 *
 * @param rectangle in the stored image, before it is turned
 * @param size how large a pixel is shown
 * @param pixel size or shape of a pixel of the image
 */
public record DisplayedArea(Scope scope, PixelRectangle rectangle, Size size, PixelShape pixel) {

    /** All of the images of the size of {@code image}, as large as the window allows, their pixels shaped as it says. */
    public static DisplayedArea wholeOf(Attributes image, Scope scope) {
        int columns = image.integer(Tag.Columns).orElse(0);
        int rows = image.integer(Tag.Rows).orElse(0);
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("the image has no size");
        }
        PixelShape shape =
                PixelShape.in(image, Tag.PixelSpacing, Tag.PixelAspectRatio).orElse(new Ratio(1, 1));
        return new DisplayedArea(scope, PixelRectangle.whole(columns, rows), new ScaleToFit(), shape);
    }

    /** Presentation Size Mode (0070,0100). */
    public sealed interface Size {}

    /** SCALE TO FIT: as large as the window allows, the whole rectangle to be seen. */
    public record ScaleToFit() implements Size {}

    /** TRUE SIZE: as large as the object is, by the spacing of the pixel. */
    public record TrueSize() implements Size {}

    /**
     * MAGNIFY.
     *
     * @param ratio display pixels for each pixel of the image, along a side; &gt; 0
     */
    public record Magnify(double ratio) implements Size {
        public Magnify {
            if (!(ratio > 0) || !Double.isFinite(ratio)) {
                throw new IllegalArgumentException("no magnification: " + ratio);
            }
        }
    }

    /** Size or shape of a pixel, which takes the place of what the image says. */
    public sealed interface PixelShape {
        /** Height over width. */
        double aspect();

        /** What the elements say; empty when neither is a pair of positive numbers. */
        static Optional<PixelShape> in(Attributes dataSet, int spacingTag, int ratioTag) {
            List<Double> spacing = dataSet.numbers(spacingTag);
            if (spacing.size() == 2 && spacing.stream().allMatch(value -> value > 0 && Double.isFinite(value))) {
                return Optional.of(new Spacing(new PixelSpacing(spacing.get(0), spacing.get(1))));
            }
            List<Double> ratio = dataSet.numbers(ratioTag);
            boolean isRatio =
                    ratio.size() == 2 && ratio.stream().allMatch(value -> value >= 1 && value <= Integer.MAX_VALUE);
            return isRatio
                    ? Optional.of(
                            new Ratio(ratio.get(0).intValue(), ratio.get(1).intValue()))
                    : Optional.empty();
        }
    }

    /** Presentation Pixel Spacing (0070,0101). */
    public record Spacing(PixelSpacing spacing) implements PixelShape {
        @Override
        public double aspect() {
            return spacing.rowSpacingMm() / spacing.columnSpacingMm();
        }
    }

    /** Presentation Pixel Aspect Ratio (0070,0102): height and width in any unit, ≥ 1. */
    public record Ratio(int vertical, int horizontal) implements PixelShape {
        public Ratio {
            if (vertical < 1 || horizontal < 1) {
                throw new IllegalArgumentException("no aspect ratio: " + vertical + "\\" + horizontal);
            }
        }

        @Override
        public double aspect() {
            return vertical / (double) horizontal;
        }
    }
}
