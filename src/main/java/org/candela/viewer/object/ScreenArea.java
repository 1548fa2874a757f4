package org.candela.viewer.object;

import java.util.stream.DoubleStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.Scope;
import org.candela.image.AffineMap;
import org.candela.image.PixelLayout;
import org.candela.viewer.picture.Magnification;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.state.Framing;

/** The part of an image that is seen on a screen, as a displayed area (PS3.3 C.10.4). Pure. */
record ScreenArea(ScreenLook look) {
    private static final double SAME_ASPECT = 1e-6;
    private static final int FINE = 10_000;

    /** For no image in particular yet. */
    DisplayedArea of(Attributes header, ImageDescription description) {
        double aspect = description.place().pixelAspect();
        Framing whole = Framing.whole(description.layout(), aspect);
        ResolvedView view = ResolvedView.of(whole, look.appearance().view(), look.canvas());
        boolean isInPixels = look.appearance().view().magnification() == Magnification.OF_PIXELS;
        return new DisplayedArea(
                Scope.ALL,
                seen(view, description.layout()),
                isInPixels ? new DisplayedArea.Magnify((float) view.scale()) : new DisplayedArea.ScaleToFit(),
                shape(header, aspect));
    }

    /** All pixels of the image of which something is seen; one pixel where none is. */
    private static PixelRectangle seen(ResolvedView view, PixelLayout layout) {
        AffineMap map = view.canvasToImage();
        double right = view.canvas().width() - 0.5;
        double bottom = view.canvas().height() - 0.5;
        Span columns = Span.of(
                layout.columns(), map.x(-0.5, -0.5), map.x(right, -0.5), map.x(-0.5, bottom), map.x(right, bottom));
        Span rows = Span.of(
                layout.rows(), map.y(-0.5, -0.5), map.y(right, -0.5), map.y(-0.5, bottom), map.y(right, bottom));
        return new PixelRectangle(columns.first(), rows.first(), columns.last(), rows.last());
    }

    /** Pixels along a side; a sliver that rounding makes is none. */
    private record Span(int first, int last) {
        private static final double SLIVER = 1e-6;

        static Span of(int count, double... edges) {
            double least = DoubleStream.of(edges).min().orElseThrow() + 0.5 + SLIVER;
            double most = DoubleStream.of(edges).max().orElseThrow() - 0.5 - SLIVER;
            int first = (int) Math.max(0, Math.min(count - 1.0, Math.floor(least)));
            return new Span(first, (int) Math.max(first, Math.min(count - 1.0, Math.ceil(most))));
        }
    }

    /** What the header says, where that is how the image is shown; else the shape as it is shown. */
    private static DisplayedArea.PixelShape shape(Attributes header, double shownAspect) {
        return DisplayedArea.PixelShape.in(header, Tag.PixelSpacing, Tag.PixelAspectRatio)
                .filter(stated -> Math.abs(stated.aspect() / shownAspect - 1) < SAME_ASPECT)
                .orElseGet(() -> Math.abs(shownAspect - 1) < SAME_ASPECT
                        ? new DisplayedArea.Ratio(1, 1)
                        : new DisplayedArea.Ratio((int) Math.max(1, Math.rint(shownAspect * FINE)), FINE));
    }
}
