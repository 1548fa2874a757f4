package org.candela.dicom.object.document;

import java.io.IOException;
import java.time.Duration;

/** How much a page may ask of the machine, and whether it asked for more. One thread at a time. */
// [impl->req~dicom-object.pdf-bounded~1]
final class WorkLimit {
    /** Drawings of whole towns have fewer. */
    private static final long MOST_OPERATORS = 3_000_000;

    private static final Duration MOST_TIME = Duration.ofSeconds(15);
    private static final long MOST_IMAGE_PIXELS = 64L << 20;
    private static final int MOST_DEPTH = 24;

    private final long begun = System.nanoTime();
    private final long mostNanos;
    private long operators;
    private int depth;
    private boolean isExceeded;

    WorkLimit(Duration mostTime) {
        this.mostNanos = mostTime.toNanos();
    }

    /** What every page is given. */
    static WorkLimit usual() {
        return new WorkLimit(MOST_TIME);
    }

    /** Before each operator; once a limit is passed, none is done any more. */
    void step() throws IOException {
        require(++operators <= MOST_OPERATORS && System.nanoTime() - begun <= mostNanos);
    }

    /** Before an image is decoded. */
    void image(long width, long height) throws IOException {
        require(width * height <= MOST_IMAGE_PIXELS);
    }

    /** Before a group within a group, each of which has a picture of its own. */
    void enter() throws IOException {
        depth++;
        require(depth <= MOST_DEPTH);
    }

    void leave() {
        depth--;
    }

    /** The library goes on after some failures: whoever draws a page must ask at the end. */
    boolean isExceeded() {
        return isExceeded;
    }

    private void require(boolean holds) throws IOException {
        isExceeded |= !holds;
        if (isExceeded) {
            throw new IOException("more work than a page is given");
        }
    }
}
