package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/** The image that tiles are written into: level shift, clamping and subsampled components brought to full size. */
final class Raster {
    private final ImageSize size;
    private final int reduction;
    private final int dx;
    private final int dy;
    private final Rectangle area;
    private final short[] samples;

    Raster(ImageSize size, int reduction, Budget budget) throws CodecException {
        this.size = size;
        this.reduction = reduction;
        this.dx = size.finestX();
        this.dy = size.finestY();
        this.area = size.full().reducedBy(reduction);
        long count = (long) area.width() * area.height();
        if (count == 0) {
            throw new CodecException("an image without samples");
        }
        budget.takeMemory(count * components(), Short.BYTES);
        this.samples = new short[(int) count * components()];
    }

    private int components() {
        return size.components().size();
    }

    int rows() {
        return area.height();
    }

    int columns() {
        return area.width();
    }

    short[] samples() {
        return samples;
    }

    /** The rows and columns of the image that a tile fills. */
    Rectangle area(Rectangle tile) {
        return tile.dividedBy(dx, dy).reducedBy(reduction);
    }

    /** Row of a component's tile, {@code own} in its samples, that image row {@code y} shows. */
    int rowOf(int component, Rectangle own, int y) {
        return nearest(y, dy, size.components().get(component).dy(), own.y0(), own.y1()) - own.y0();
    }

    /** Writes row {@code y} of the image from a row of a component's tile. */
    void write(int component, Rectangle filled, int y, Rectangle own, int[] values) {
        ImageSize.ComponentSize kind = size.components().get(component);
        int shift = kind.isSigned() ? 0 : 1 << (kind.bits() - 1);
        int low = kind.isSigned() ? -(1 << (kind.bits() - 1)) : 0;
        int high = low + (1 << kind.bits()) - 1;
        int step = components();
        int to = ((y - area.y0()) * area.width() + filled.x0() - area.x0()) * step + component;
        if (kind.dx() == dx) {
            for (int x = 0; x < filled.width(); x++, to += step) {
                samples[to] = (short) Math.max(low, Math.min(high, values[x] + shift));
            }
            return;
        }
        for (int x = filled.x0(); x < filled.x1(); x++, to += step) {
            int from = nearest(x, dx, kind.dx(), own.x0(), own.x1()) - own.x0();
            samples[to] = (short) Math.max(low, Math.min(high, values[from] + shift));
        }
    }

    private static int nearest(int at, int step, int ownStep, int first, int end) {
        return step == ownStep ? at : Math.max(first, Math.min(end - 1, (int) ((long) at * step / ownStep)));
    }
}
