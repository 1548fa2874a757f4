package org.candela.study;

/** How soon a frame is wanted; earlier constants come first. */
public enum FramePriority {
    /** The reader looks at the place where it will be. */
    VISIBLE,
    /** A thumbnail. */
    THUMBNAIL,
    /** Probably next. */
    AHEAD
}
