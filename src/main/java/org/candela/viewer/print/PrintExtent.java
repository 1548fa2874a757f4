package org.candela.viewer.print;

/** Which pictures of the open case are printed. */
public enum PrintExtent {
    /** What the active place shows: its part of the image, turned and windowed as there, with marks. */
    SHOWN,
    /** The same of every place of the screen that has the active one. */
    SCREEN,
    /** The marked images of study and priors, whole. */
    KEY_IMAGES,
    /** The stack of the active place, whole images through its window. */
    SERIES
}
