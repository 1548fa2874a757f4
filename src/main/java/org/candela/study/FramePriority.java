package org.candela.study;

/** How soon a frame is wanted; earlier constants come first. */
public enum FramePriority {
    /** The reader is moving and waits for this very frame. */
    INTERACTION,
    /** The reader looks at the place where it will be. */
    VISIBLE,
    /** A thumbnail. */
    THUMBNAIL,
    /** Probably next. */
    AHEAD
}
