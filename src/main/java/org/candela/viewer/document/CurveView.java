package org.candela.viewer.document;

/**
 * What part of a waveform is wanted on how many pixels.
 *
 * @param group index of the multiplex group, from 0
 * @param scale millimetres on paper
 * @param from first moment in sight, s after the first of the group
 * @param firstRow first channel in sight, from 0
 * @param width device pixels, &gt; 0
 * @param height device pixels, &gt; 0
 * @param pixelsPerMm device pixels for a millimetre of paper
 */
public record CurveView(
        int group, CurveScale scale, double from, int firstRow, int width, int height, double pixelsPerMm) {}
