package org.candela.dicom.image;

import java.util.OptionalDouble;

/**
 * Standardised uptake value by body weight, g/ml, of an image of positron emission tomography.
 *
 * <p>{@code SUVbw = modality value · factor}. For Units BQML
 * {@code factor = weight [g] / (dose [Bq] · 2^(−(scan − start) / half-life))} where values are corrected to the start of
 * the scan (Decay Correction START), and {@code factor = weight / dose} where they are corrected to administration
 * (ADMIN); PS3.3 C.8.9.1. For GML the values are SUV already. For CNTS a private factor of Philips stands in.
 */
public sealed interface BodyWeightSuv {
    /** SUV of a modality value; empty where it is unknown. */
    OptionalDouble of(double modalityValue);

    /**
     * Known.
     *
     * @param factor SUV of modality value 1, &gt; 0
     * @param explanation how the factor came about, for a reader who doubts it
     */
    record Known(double factor, String explanation) implements BodyWeightSuv {
        public Known {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("no factor of SUV: " + factor);
            }
        }

        @Override
        public OptionalDouble of(double modalityValue) {
            return OptionalDouble.of(modalityValue * factor);
        }
    }

    /**
     * Not known, and never guessed.
     *
     * @param reason what is missing or contradictory, in English
     */
    record Unknown(String reason) implements BodyWeightSuv {
        @Override
        public OptionalDouble of(double modalityValue) {
            return OptionalDouble.empty();
        }
    }
}
