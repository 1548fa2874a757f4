package org.candela.viewer.mark;

import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.Frame;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PixelSpacing;
import org.candela.image.Rescale;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.measure.ValueField;
import org.candela.study.FrameKey;

/** Frames of 20 × 20 pixels of 0.5 mm whose stored value is the number of the slice. */
final class Frames {
    static final Uid SERIES = new Uid("1.2.3");
    static final Uid SPACE = new Uid("1.2.9");
    private static final PixelSpacing HALF_MM = new PixelSpacing(0.5, 0.5);

    private Frames() {}

    /** An axial slice {@code z} mm up, slices 2 mm apart. */
    static MarkedFrame axial(int number, double z) {
        return in(number, SPACE, axialPlane(z), 2);
    }

    static SlicePlane axialPlane(double z) {
        return new SlicePlane(new Vector3(10, 20, z), new Vector3(1, 0, 0), new Vector3(0, 1, 0), HALF_MM);
    }

    static MarkedFrame in(int number, Uid space, SlicePlane plane, double stepMm) {
        MarkedFrame.Place place = new MarkedFrame.Place(Optional.of(plane), Optional.of(space), stepMm);
        return frame(number, place, new ImageSpacing.Known(plane.spacing(), ImageSpacing.Source.PATIENT));
    }

    /** A projection image: no place in the patient, spacing at the detector. */
    static MarkedFrame projection() {
        return frame(77, MarkedFrame.Place.NONE, new ImageSpacing.Known(HALF_MM, ImageSpacing.Source.DETECTOR));
    }

    static Figure line(double fromColumn, double fromRow, double toColumn, double toRow) {
        return new Figure(
                FigureKind.LENGTH,
                java.util.List.of(new ImagePoint(fromColumn, fromRow), new ImagePoint(toColumn, toRow)));
    }

    private static MarkedFrame frame(int number, MarkedFrame.Place place, ImageSpacing spacing) {
        PixelLayout layout = new PixelLayout(20, 20, Photometric.MONOCHROME2, 16, 16, 15, true, false);
        short[] samples = new short[400];
        java.util.Arrays.fill(samples, (short) number);
        ValueField values = new ValueField(new Frame(layout, samples), Rescale.IDENTITY, PixelPadding.NONE);
        FrameKey key = new FrameKey(new Uid("1.2.3." + number), 0);
        return new MarkedFrame(SERIES, key, place, spacing, 1, values, java.util.List.of());
    }
}
