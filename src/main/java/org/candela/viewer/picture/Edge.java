package org.candela.viewer.picture;

/** Where an image that is narrower than its canvas stands. */
public enum Edge {
    /** In the middle. */
    NONE,
    /** Its left side, as it is seen, at the left edge of the canvas. */
    LEFT,
    /** Its right side at the right edge: a right breast with the chest wall at the middle of the desk. */
    RIGHT
}
