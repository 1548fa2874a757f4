package org.candela.image;

/**
 * How a magnified image is filled between its pixels, always in stored values and never in greys.
 *
 * <p>Reduced images are averaged over the footprint of a device pixel whatever is chosen here, so that no detail falls
 * between two of them; at 1:1 on whole pixels all three are exact.
 */
public enum Interpolation {
    /** Each device pixel is the image pixel that its centre lies in: pixels are seen as squares, nothing is made up. */
    NEAREST,
    /** Between two neighbours on each axis. */
    LINEAR,
    /**
     * Catmull-Rom through four neighbours on each axis, held between the inner two: smoother than {@link #LINEAR}, and a
     * value is never brighter or darker than the pixels around it, so no rim is made up.
     */
    CUBIC
}
