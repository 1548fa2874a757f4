package org.candela.viewer;

/** What viewports do together. */
public enum Linked {
    /** Stacks that belong together are scrolled together. */
    SCROLL,
    /** Images of one modality are enlarged, moved, turned and mirrored together. */
    VIEW,
    /** Images of one modality are windowed and inverted together. */
    WINDOW
}
