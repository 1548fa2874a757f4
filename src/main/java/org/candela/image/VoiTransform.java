package org.candela.image;

/**
 * Which modality values become dark and which bright (PS3.3 C.11.2.1): a window or a table, alternatives to one another.
 */
public sealed interface VoiTransform permits VoiWindow, VoiLut, StretchedVoiLut {
    /** Display fraction, 0 (darkest) to 1 (brightest), of modality value {@code x}. */
    double apply(double x);

    /** Centre and width that a reader goes on from: the inputs that the transform spans, linear for a table. */
    VoiWindow window();

    /**
     * The same curve over other inputs: a window keeps its function, a table is stretched.
     *
     * @throws IllegalArgumentException when {@code center} or {@code width} make no window
     */
    VoiTransform at(double center, double width);
}
