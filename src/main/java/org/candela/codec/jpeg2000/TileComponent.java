package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** One component of a tile: its resolutions and sub-bands (T.800 B.5) with what quantizes them (Annex E). */
final class TileComponent {
    private final int index;
    private final Rectangle tile;
    private final ImageSize.ComponentSize size;
    private final CodingStyle style;
    private final Quantization quantization;
    private final int roiShift;
    private final int reduction;
    private final Rectangle area;

    TileComponent(int index, Rectangle tile, ImageSize.ComponentSize size, Parameters parameters, int reduction)
            throws CodecException {
        this.index = index;
        this.tile = tile;
        this.size = size;
        this.style = parameters.coding(index);
        this.quantization = parameters.quantization(index);
        this.roiShift = parameters.roiShift(index);
        this.reduction = reduction;
        this.area = tile.dividedBy(size.dx(), size.dy());
    }

    int index() {
        return index;
    }

    /** The tile on the reference grid. */
    Rectangle tile() {
        return tile;
    }

    CodingStyle style() {
        return style;
    }

    int dx() {
        return size.dx();
    }

    int dy() {
        return size.dy();
    }

    int bits() {
        return size.bits();
    }

    /** Highest resolution that is asked for. */
    int topResolution() {
        return topResolution(reduction);
    }

    /** Highest resolution that is left of the component by so many reductions. */
    int topResolution(int reductions) {
        return Math.max(0, style.levels() - reductions);
    }

    /** Resolution {@code r} in its own samples (B-14). */
    Rectangle area(int r) {
        return area.reducedBy(style.levels() - r);
    }

    /** Areas of the resolutions that are asked for, lowest first. */
    List<Rectangle> areas() {
        List<Rectangle> areas = new ArrayList<>();
        for (int r = 0; r <= topResolution(); r++) {
            areas.add(area(r));
        }
        return areas;
    }

    /** The samples that are asked for. */
    Rectangle topArea() {
        return area(topResolution());
    }

    List<Resolution> resolutions() throws CodecException {
        List<Resolution> resolutions = new ArrayList<>();
        for (int r = 0; r <= style.levels(); r++) {
            Rectangle at = area(r);
            resolutions.add(new Resolution(
                    r,
                    at,
                    bands(r),
                    Resolution.PrecinctGrid.of(at, style.precinctWidthLog2(r), style.precinctHeightLog2(r))));
        }
        return resolutions;
    }

    private List<Subband> bands(int r) throws CodecException {
        if (r == 0) {
            return List.of(band(Orientation.LL, r));
        }
        return List.of(band(Orientation.HL, r), band(Orientation.LH, r), band(Orientation.HH, r));
    }

    private Subband band(Orientation orientation, int r) throws CodecException {
        int level = r == 0 ? style.levels() : style.levels() - r + 1;
        int number = r == 0 ? 0 : 3 * (r - 1) + orientation.highX + 2 * orientation.highY;
        Rectangle low = r == 0 ? new Rectangle(0, 0, 0, 0) : area(r - 1);
        int exponent = quantization.exponent(number, level, style.levels());
        int magnitudeBits = quantization.guardBits() + exponent - 1 + roiShift;
        float step = style.isReversible() ? 1 : step(orientation, number, exponent) * filterGain(orientation, r);
        return new Subband(
                r,
                orientation,
                bandArea(orientation, level),
                orientation.highX * low.width(),
                orientation.highY * low.height(),
                magnitudeBits,
                roiShift,
                step);
    }

    /** B-15. */
    private Rectangle bandArea(Orientation orientation, int level) {
        if (level == 0) {
            return area;
        }
        long left = (long) orientation.highX << (level - 1);
        long up = (long) orientation.highY << (level - 1);
        return new Rectangle(
                Rectangle.ceilShift(area.x0() - left, level),
                Rectangle.ceilShift(area.y0() - up, level),
                Rectangle.ceilShift(area.x1() - left, level),
                Rectangle.ceilShift(area.y1() - up, level));
    }

    /** E-3, halved because block decoders deliver doubled coefficients. */
    private float step(Orientation orientation, int number, int exponent) {
        int range = size.bits() + orientation.log2Gain();
        return (float) Math.scalb((double) quantization.mantissa(number), range - exponent - 1);
    }

    /**
     * The scaling by K and 1/K of all levels that a sample of this band goes through (F.3.8.2, steps 1 and 2), which
     * is linear and so needs no pass of its own. Signals of one sample are not filtered but halved where they are odd.
     */
    private float filterGain(Orientation orientation, int r) {
        double gain = 1;
        int top = topResolution();
        for (int at = Math.max(1, r); at <= top; at++) {
            Rectangle resolution = area(at);
            boolean isOwn = at == r;
            gain *= axisGain(resolution.width(), isOwn && orientation.highX == 1);
            gain *= axisGain(resolution.height(), isOwn && orientation.highY == 1);
        }
        return (float) gain;
    }

    private static double axisGain(int length, boolean isHigh) {
        if (length == 1) {
            return isHigh ? 0.5 : 1;
        }
        return isHigh ? 1 / IrreversiblePlane.K : IrreversiblePlane.K;
    }
}
