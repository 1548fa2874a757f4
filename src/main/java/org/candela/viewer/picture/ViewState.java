package org.candela.viewer.picture;

import org.candela.image.ImagePoint;
import org.candela.image.OrientationMarks;

/**
 * How an image is looked at, whatever its data and whatever the canvas.
 *
 * @param zoom {@value #LEAST_ZOOM} to {@value #MOST_ZOOM}
 * @param magnification what {@code zoom} counts
 * @param shift how far the image point in the middle of the canvas is from the middle of the image, image pixels
 * @param quarterTurns clockwise, 0 to 3, before mirroring (the order of PS3.3 C.10.6)
 * @param isMirrored left and right exchanged, after turning
 * @param edge where an image stands that is narrower than the canvas
 */
public record ViewState(
        double zoom, Magnification magnification, ImagePoint shift, int quarterTurns, boolean isMirrored, Edge edge) {
    /** One to one is within the limits for all images and screens: 64 pixels on 8 K, 65535 pixels on a thumbnail. */
    static final double LEAST_ZOOM = 1 / 256.0;

    static final double MOST_ZOOM = 256;

    /** The whole image, as stored, as large as the canvas allows. */
    public static final ViewState FIT =
            new ViewState(1, Magnification.OF_FIT, new ImagePoint(0, 0), 0, false, Edge.NONE);

    /** A view in the middle of the canvas, {@code zoom} times the size that fits. */
    public ViewState(double zoom, ImagePoint shift, int quarterTurns, boolean isMirrored) {
        this(zoom, Magnification.OF_FIT, shift, quarterTurns, isMirrored, Edge.NONE);
    }

    public ViewState {
        if (!(zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM) || quarterTurns < 0 || quarterTurns > 3) {
            throw new IllegalArgumentException("no view: zoom " + zoom + ", quarter turns " + quarterTurns);
        }
    }

    /** The same view at another zoom of the same kind, held within the limits. */
    public ViewState withZoom(double wanted) {
        double held = held(wanted);
        return new ViewState(held, magnification, shift, quarterTurns, isMirrored, edge);
    }

    /** The same view with so many device pixels to an image column, whatever the canvas; held within the limits. */
    public ViewState withPixels(double toColumn) {
        return new ViewState(held(toColumn), Magnification.OF_PIXELS, shift, quarterTurns, isMirrored, edge);
    }

    private static double held(double wanted) {
        return Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, wanted));
    }

    /** The same view with another image point in the middle. */
    public ViewState withShift(ImagePoint wanted) {
        return new ViewState(zoom, magnification, wanted, quarterTurns, isMirrored, edge);
    }

    /** The same view, standing elsewhere where there is room. */
    public ViewState withEdge(Edge other) {
        return new ViewState(zoom, magnification, shift, quarterTurns, isMirrored, other);
    }

    /** What is on the screen, turned clockwise by a quarter. */
    public ViewState turnedClockwise() {
        // A turn after mirroring is the opposite turn before it.
        return new ViewState(zoom, magnification, shift, (quarterTurns + (isMirrored ? 3 : 1)) % 4, isMirrored, edge);
    }

    /** What is on the screen, mirrored left to right. */
    public ViewState mirrored() {
        return new ViewState(zoom, magnification, shift, quarterTurns, !isMirrored, edge);
    }

    /** Edge letters as they stand on the screen. */
    // [impl->req~viewer.orientation-follows-view~1]
    public OrientationMarks marks(OrientationMarks asStored) {
        OrientationMarks turned = asStored;
        for (int turn = 0; turn < quarterTurns; turn++) {
            turned = turned.turnedClockwise();
        }
        return isMirrored ? turned.mirrored() : turned;
    }
}
