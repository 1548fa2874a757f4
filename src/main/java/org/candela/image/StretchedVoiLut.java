package org.candela.image;

/**
 * A VOI LUT moved and stretched by a reader who windows on top of it: its curve is kept, never replaced by a straight line
 * (IHE RAD TF-2 4.16.4.2.2.1).
 *
 * <p>The inputs from black to white of the linear window {@code place} (PS3.3 C.11.2.1.2.1) take the place of those from
 * the first to the last mapped value: with {@code low = c − 0.5 − (w − 1)/2},
 * {@code x' = first + (x − low) · (last − first)/(w − 1)}. Between two entries it is interpolated, so that a stretched
 * table has no steps.
 *
 * @param origin the table of the file
 * @param place centre and width of what the table is stretched over
 */
public record StretchedVoiLut(VoiLut origin, VoiWindow place) implements VoiTransform {
    public StretchedVoiLut {
        if (place.function() != VoiWindow.Function.LINEAR) {
            throw new IllegalArgumentException("a table is stretched over a linear window, not " + place.function());
        }
    }

    // [impl->req~image.voi-lut-stretch~1]
    @Override
    public double apply(double x) {
        LookupTable table = origin.table();
        int first = table.firstMapped();
        double span = (double) table.lastMapped() - first;
        double low = place.center() - 0.5 - (place.width() - 1) / 2;
        if (place.width() == 1) {
            return table.fraction(x <= low ? first : table.lastMapped());
        }
        return table.smoothFraction(first + (x - low) * span / (place.width() - 1));
    }

    @Override
    public VoiWindow window() {
        return place;
    }

    @Override
    public VoiTransform at(double center, double width) {
        return origin.at(center, width);
    }
}
