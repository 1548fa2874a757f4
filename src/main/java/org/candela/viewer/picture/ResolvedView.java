package org.candela.viewer.picture;

import org.candela.image.AffineMap;
import org.candela.image.ImagePoint;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.Framing;

/**
 * A {@link ViewState} on one image and one canvas: where every device pixel lies in the image, and back.
 *
 * <p>Device pixels, never the scaled units of a toolkit, so 1:1 stays 1:1 on every monitor.
 *
 * @param canvasToImage device pixel → image point
 * @param canvas size of the canvas
 */
// [impl->req~viewer.device-pixels~1]
public record ResolvedView(AffineMap canvasToImage, CanvasSize canvas) {
    private static final double SAME = 1e-9;

    /** Resolves a view on a frame. */
    public static ResolvedView of(LoadedFrame loaded, ViewState state, CanvasSize canvas) {
        double aspect = loaded.description().place().pixelAspect();
        return of(Framing.whole(loaded.frame().layout(), aspect), state, canvas);
    }

    /** Resolves a view on a part of an image: what fits is the part, and shifts are counted from its middle. */
    public static ResolvedView of(Framing framing, ViewState state, CanvasSize canvas) {
        double scale =
                switch (state.magnification()) {
                    case OF_FIT -> fitScale(framing, state, canvas) * state.zoom();
                    case OF_PIXELS -> state.zoom();
                };
        return new ResolvedView(imageToCanvas(framing, scale, state, canvas).inverse(), canvas);
    }

    /** Image point under a device pixel. */
    public ImagePoint imagePoint(CanvasPoint point) {
        return new ImagePoint(canvasToImage.x(point.x(), point.y()), canvasToImage.y(point.x(), point.y()));
    }

    /** Device pixel over an image point. */
    public CanvasPoint canvasPoint(ImagePoint point) {
        AffineMap map = canvasToImage.inverse();
        return new CanvasPoint(map.x(point.column(), point.row()), map.y(point.column(), point.row()));
    }

    /** How far a drag on the canvas moves in the image. */
    public ImagePoint imageDelta(CanvasPoint from, CanvasPoint to) {
        return imagePoint(to).minus(imagePoint(from));
    }

    /** Device pixels to an image column. */
    public double scale() {
        return 1 / Math.hypot(canvasToImage.xx(), canvasToImage.xy());
    }

    /** Height of an image pixel over its width on the canvas. */
    public double aspect() {
        double column = Math.abs(canvasToImage.xx() * canvasToImage.yy() - canvasToImage.xy() * canvasToImage.yx());
        double columns = Math.hypot(canvasToImage.xx(), canvasToImage.xy());
        return columns * columns / column;
    }

    private static double fitScale(Framing framing, ViewState state, CanvasSize canvas) {
        double width = framing.columns();
        double height = framing.rows() * framing.pixelAspect();
        boolean isLying = state.quarterTurns() % 2 == 1;
        return Math.min(canvas.width() / (isLying ? height : width), canvas.height() / (isLying ? width : height));
    }

    /** Device pixels by which an image narrower than the canvas stands out of the middle; none where it is cut off. */
    // [impl->req~viewer.chest-walls~1]
    private static double aside(Framing framing, double scale, ViewState state, CanvasSize canvas) {
        boolean isLying = state.quarterTurns() % 2 == 1;
        double width = (isLying ? framing.rows() * framing.pixelAspect() : framing.columns()) * scale;
        double room = Math.max(0, (canvas.width() - width) / 2);
        return switch (state.edge()) {
            case NONE -> 0;
            case LEFT -> -room;
            case RIGHT -> room;
        };
    }

    private static AffineMap imageToCanvas(Framing framing, double scale, ViewState state, CanvasSize canvas) {
        double aspect = framing.pixelAspect();
        // Clockwise with y downwards: a turn takes (x, y) to (−y, x).
        int cosine = new int[] {1, 0, -1, 0}[state.quarterTurns()];
        int sine = new int[] {0, 1, 0, -1}[state.quarterTurns()];
        int mirror = state.isMirrored() ? -1 : 1;
        double xx = mirror * cosine * scale;
        double xy = mirror * -sine * scale * aspect;
        double yx = sine * scale;
        double yy = cosine * scale * aspect;
        double column = framing.center().column() + state.shift().column();
        double row = framing.center().row() + state.shift().row();
        double dx = (canvas.width() - 1) / 2.0 - xx * column - xy * row + aside(framing, scale, state, canvas);
        double dy = (canvas.height() - 1) / 2.0 - yx * column - yy * row;
        boolean isOneToOne = Math.abs(scale - 1) < SAME && Math.abs(aspect - 1) < SAME;
        return isOneToOne
                ? new AffineMap(
                        Math.rint(xx), Math.rint(xy), Math.rint(dx), Math.rint(yx), Math.rint(yy), Math.rint(dy))
                : new AffineMap(xx, xy, dx, yx, yy, dy);
    }
}
