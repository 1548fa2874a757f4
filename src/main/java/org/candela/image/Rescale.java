package org.candela.image;

/**
 * Modality transformation: {@code output = slope · stored + intercept} (PS3.3 C.11.1.1.2).
 *
 * @param unit what the output is, as the file says it: {@code "HU"}, {@code "US"} (unspecified), …; never guessed
 */
public record Rescale(double slope, double intercept, String unit) {
    /** Leaves stored values as they are. */
    public static final Rescale IDENTITY = new Rescale(1, 0, "US");

    public Rescale {
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "rescale must be finite with a slope other than 0: " + slope + "·x + " + intercept);
        }
    }

    /** Modality value of a stored value. */
    public double apply(double stored) {
        return slope * stored + intercept;
    }
}
