package org.candela.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.image.Frame;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;
import org.candela.image.WideFrame;

/**
 * The modality values of a frame's stored pixels.
 *
 * @param rescale stored value → what is measured, and its unit
 * @param padding stored values that are no image
 * @param uptake SUV by body weight of modality value 1, &gt; 0; empty where it is unknown or makes no sense
 */
public record ValueField(Frame frame, Rescale rescale, PixelPadding padding, OptionalDouble uptake) {
    /** Unit of standardised uptake by body weight. */
    public static final String SUV = "SUVbw";

    /** Rescale Type (0028,1054) for "unspecified", PS3.3 C.11.1.1.2. */
    private static final String UNSPECIFIED = "US";

    /** Values of which no uptake is known. */
    public ValueField(Frame frame, Rescale rescale, PixelPadding padding) {
        this(frame, rescale, padding, OptionalDouble.empty());
    }

    /** The same pixels as standardized uptake: modality value times the factor (PS3.3 C.8.9.1); empty where it is unknown. */
    // [impl->req~measure.uptake~1]
    public Optional<ValueField> asUptake() {
        return uptake.isPresent() ? Optional.of(times(uptake.orElseThrow())) : Optional.empty();
    }

    private ValueField times(double factor) {
        return new ValueField(frame, new Rescale(rescale.slope() * factor, rescale.intercept() * factor, SUV), padding);
    }

    /** Unit of the values; empty when the file does not say. */
    public String unit() {
        return rescale.unit().equals(UNSPECIFIED) ? "" : rescale.unit();
    }

    /** Whether a pixel has one value. */
    boolean isGrayscale() {
        return frame.layout().photometric().isGrayscale();
    }

    /**
     * Whether the samples are those of the file. Values brought through a modality LUT, or reduced from more than 16 bits,
     * are unsigned ones of 16 bits that need no rescale, or have 0 alone as padding; where the two cannot be told apart,
     * no stored value is told.
     */
    boolean areOfFile() {
        boolean isSixteen = !frame.layout().isSigned() && frame.layout().bitsStored() == Short.SIZE;
        boolean isPlain = rescale.slope() == 1 && rescale.intercept() == 0;
        return !isSixteen || !(isPlain || padding.equals(WideFrame.Reduced.NO_NUMBER));
    }

    int rows() {
        return frame.layout().rows();
    }

    int columns() {
        return frame.layout().columns();
    }
}
