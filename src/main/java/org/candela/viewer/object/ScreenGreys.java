package org.candela.viewer.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.object.presentation.DisplayShutter;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.image.DisplayLut;
import org.candela.image.ImagePoint;
import org.candela.image.LookupTable;
import org.candela.image.OverlayPlane;
import org.candela.image.Polarity;
import org.candela.image.PresentationLut;
import org.candela.image.Shutter;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** The greys of a screen in the words of presentation states. Pure. */
record ScreenGreys(ScreenLook look) {
    private static final int WIDEST = 65536;
    private static final int BITS = 16;
    /** So many decimals of a window are told: Decimal Strings have 16 characters. */
    private static final double DECIMALS = 1e4;

    /** The window or table an image of this description is seen through. */
    VoiTransform voi(ImageDescription description) {
        VoiTransform voi = look.appearance().voi().on(description.voi(), look::ifNone);
        if (voi instanceof VoiWindow window) {
            double width = window.function() == VoiWindow.Function.LINEAR
                    ? Math.max(1, rounded(window.width()))
                    : Math.max(1 / DECIMALS, rounded(window.width()));
            return new VoiWindow(rounded(window.center()), width, window.function());
        }
        return voi instanceof VoiLut ? voi : sampled(voi);
    }

    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }

    /** A table that was stretched, at all whole values that it spans. */
    private static VoiTransform sampled(VoiTransform voi) {
        VoiWindow place = voi.window();
        int first = (int) Math.floor(place.center() - place.width() / 2);
        int count = (int) Math.min(WIDEST, Math.ceil(place.width()) + 1);
        int[] entries = IntStream.range(0, count)
                .map(i -> (int) Math.round(voi.apply(first + (double) i) * DisplayLut.MAX_P_VALUE))
                .toArray();
        return new VoiLut(new LookupTable(first, entries, BITS), "stretched");
    }

    /** The last step to P-values, black and white exchanged where the reader did so. */
    PresentationLut presentation(ImageDescription description) {
        PresentationLut own = description.greys().presentation();
        if (look.appearance().polarity() == Polarity.NORMAL) {
            return own;
        }
        if (own instanceof PresentationLut.Table table) {
            LookupTable given = table.table();
            int most = (1 << given.bits()) - 1;
            int[] entries = IntStream.rangeClosed(given.firstMapped(), given.lastMapped())
                    .map(input -> most - given.value(input))
                    .toArray();
            return new PresentationLut.Table(new LookupTable(given.firstMapped(), entries, given.bits()));
        }
        return own == PresentationLut.Shape.INVERSE ? PresentationLut.Shape.IDENTITY : PresentationLut.Shape.INVERSE;
    }

    /** The shutter of an image; none where it covers nothing. */
    Optional<DisplayShutter> shutter(Shutter shutter) {
        if (shutter.shapes().isEmpty()) {
            return Optional.empty();
        }
        Optional<OverlayPlane> bitmap = of(shutter, Shutter.Bitmap.class).map(Shutter.Bitmap::covered);
        Optional<PixelRectangle> rectangle = of(shutter, Shutter.Rectangle.class)
                .map(open -> new PixelRectangle(open.left(), open.top(), open.right(), open.bottom()));
        Optional<DisplayShutter.Circle> circle =
                of(shutter, Shutter.Circle.class).map(open -> new DisplayShutter.Circle(open.center(), open.radius()));
        List<ImagePoint> polygon =
                of(shutter, Shutter.Polygon.class).map(Shutter.Polygon::corners).orElse(List.of());
        return Optional.of(
                new DisplayShutter(rectangle, circle, polygon, bitmap, shutter.presentationValue(), Optional.empty()));
    }

    private static <T> Optional<T> of(Shutter shutter, Class<T> shape) {
        return shutter.shapes().stream()
                .filter(shape::isInstance)
                .map(shape::cast)
                .findFirst();
    }
}
