package org.candela.viewer.picture;

/** What a zoom counts, which decides what becomes of it on another canvas. */
public enum Magnification {
    /** Multiples of the size at which the whole image fits: the same part of it is seen on any canvas. */
    OF_FIT,
    /** Device pixels to an image column: the same detail is seen on any canvas, so 1:1 stays 1:1. */
    OF_PIXELS
}
