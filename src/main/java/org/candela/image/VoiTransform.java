package org.candela.image;

/**
 * Which modality values become dark and which bright (PS3.3 C.11.2.1): a window or a table, alternatives to one another.
 */
public sealed interface VoiTransform permits VoiWindow, VoiLut {
    /** Display fraction, 0 (darkest) to 1 (brightest), of modality value {@code x}. */
    double apply(double x);

    /** The window that a reader goes on from by changing centre and width: the same input values, linear for a table. */
    VoiWindow window();
}
