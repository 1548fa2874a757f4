package org.candela.measure;

import org.candela.image.Frame;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PixelSpacing;
import org.candela.image.Rescale;

/** Small frames whose every value is known. */
final class Pixels {
    private Pixels() {}

    /** A frame whose stored value is {@code 10 · row + column}. */
    static ValueField numbered(int rows, int columns) {
        short[] samples = new short[rows * columns];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (10 * (i / columns) + i % columns);
        }
        return field(rows, columns, samples, Rescale.IDENTITY, PixelPadding.NONE);
    }

    static ValueField field(int rows, int columns, short[] samples, Rescale rescale, PixelPadding padding) {
        PixelLayout layout = new PixelLayout(rows, columns, Photometric.MONOCHROME2, 16, 16, 15, true, false);
        return new ValueField(new Frame(layout, samples), rescale, padding);
    }

    static ImageSpacing patient(double rowSpacingMm, double columnSpacingMm) {
        return new ImageSpacing.Known(new PixelSpacing(rowSpacingMm, columnSpacingMm), ImageSpacing.Source.PATIENT);
    }

    static ImagePoint at(double column, double row) {
        return new ImagePoint(column, row);
    }
}
