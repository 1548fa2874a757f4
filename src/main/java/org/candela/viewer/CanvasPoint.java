package org.candela.viewer;

/**
 * A point of a canvas in device pixels; whole numbers are pixel centres.
 *
 * @param x to the right
 * @param y downwards
 */
public record CanvasPoint(double x, double y) {}
