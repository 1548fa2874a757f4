package org.candela.measure;

/**
 * A number with what it is.
 *
 * @param value finite
 * @param unit as {@code "mm"}; empty for a mere number
 * @param reservation what must be known to trust it, as {@code "at detector, not corrected for magnification"}; may be
 *     empty
 */
public record Magnitude(Quantity quantity, double value, String unit, String reservation) {
    public Magnitude {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(quantity + " is no number: " + value);
        }
    }
}
