package org.candela.image;

/**
 * A VOI LUT (PS3.3 C.11.2.1.1): a table over whole modality values, its output range from dark to bright.
 *
 * @param explanation what the writer calls it; may be empty
 */
public record VoiLut(LookupTable table, String explanation) implements VoiTransform {
    @Override
    public double apply(double x) {
        return table.fraction(x);
    }

    @Override
    public VoiWindow window() {
        int first = table.firstMapped();
        int last = table.lastMapped();
        return VoiWindow.linear((first + (double) last + 1) / 2, Math.max(1, (double) last - first + 1));
    }

    @Override
    public VoiTransform at(double center, double width) {
        VoiWindow place = VoiWindow.linear(center, width);
        return place.equals(window()) ? this : new StretchedVoiLut(this, place);
    }
}
