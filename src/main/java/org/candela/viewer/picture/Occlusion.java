package org.candela.viewer.picture;

/** Whether what a file declares to be no image is hidden: pixel padding and what lies under its display shutter. */
public enum Occlusion {
    KEPT,
    /** Shown like the image, for a reader who doubts that there is nothing. */
    LIFTED;

    /** The other one. */
    public Occlusion toggled() {
        return this == KEPT ? LIFTED : KEPT;
    }
}
