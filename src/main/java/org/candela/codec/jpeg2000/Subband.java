package org.candela.codec.jpeg2000;

/**
 * A sub-band of a tile-component.
 *
 * @param resolution r: 0 for LL
 * @param orientation its filters
 * @param area in its own coordinates (B-15)
 * @param planeX column of its first sample in its resolution, low-pass left of high-pass
 * @param planeY row of its first sample there, low-pass above high-pass
 * @param magnitudeBits Mb (E-2) with the shift of a region of interest
 * @param roiShift that shift
 * @param step factor from a doubled coefficient to a sample of the transform; unused on the reversible path
 */
record Subband(
        int resolution,
        Orientation orientation,
        Rectangle area,
        int planeX,
        int planeY,
        int magnitudeBits,
        int roiShift,
        float step) {}
