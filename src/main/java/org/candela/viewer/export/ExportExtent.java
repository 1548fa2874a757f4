package org.candela.viewer.export;

/** Which pictures of the open case leave. */
public enum ExportExtent {
    /** What the active place shows: its part of the image, turned and windowed as there; of a film the whole stack so. */
    SHOWN,
    /** The marked images of study and priors, whole. */
    KEY_IMAGES,
    /** The stack of the active place, whole images through its window. */
    SERIES,
    /** All stacks of the open study, as their files ask. */
    STUDY
}
