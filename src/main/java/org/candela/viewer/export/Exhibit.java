package org.candela.viewer.export;

import java.nio.file.Path;
import java.util.List;

/**
 * One frame that is to leave.
 *
 * @param file where it lies; never named in what leaves
 * @param frameIndex from 0
 * @param group number of the stack it belongs to, from 1
 * @param look how it is drawn
 * @param marks what may be burned into its picture
 */
public record Exhibit(Path file, int frameIndex, int group, Look look, FrameMarks marks) {
    public Exhibit {
        if (frameIndex < 0 || group < 1) {
            throw new IllegalArgumentException("no frame " + frameIndex + " of stack " + group);
        }
    }

    /** A frame whose marks are known before it is decoded. */
    public Exhibit(Path file, int frameIndex, int group, Look look, List<InkedMark> marks) {
        this(file, frameIndex, group, look, FrameMarks.of(marks));
    }

    /** A frame as its file asks to be shown, pixel for pixel. */
    public static Exhibit filed(Path file, int frameIndex, int group) {
        return new Exhibit(file, frameIndex, group, Looks.FILED, FrameMarks.NONE);
    }
}
