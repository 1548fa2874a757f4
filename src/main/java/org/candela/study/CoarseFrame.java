package org.candela.study;

import java.util.Optional;
import org.candela.dicom.image.DescribedFrame;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * A frame decoded at a lower resolution, brought to the size of the whole by repeating its samples, so that places, lengths
 * and views are those of the whole.
 */
final class CoarseFrame {
    private CoarseFrame() {}

    /** Empty when the frame is not {@code layout} halved {@code reduction} times. */
    static Optional<LoadedFrame> inFull(DescribedFrame coarse, PixelLayout layout, int reduction) {
        PixelLayout small = coarse.frame().layout();
        boolean isHalved = small.rows() == halved(layout.rows(), reduction)
                && small.columns() == halved(layout.columns(), reduction);
        if (!isHalved) {
            return Optional.empty(); // it had fewer resolutions than that
        }
        PixelLayout full = new PixelLayout(
                layout.rows(),
                layout.columns(),
                small.photometric(),
                small.bitsAllocated(),
                small.bitsStored(),
                small.highBit(),
                small.isSigned(),
                small.isPlanar());
        Frame frame = new Frame(full, repeated(coarse.frame().samples(), small, full, reduction));
        return Optional.of(new LoadedFrame(frame, coarse.description(), coarse.overlays(), reduction));
    }

    private static int halved(int length, int reduction) {
        return (length + (1 << reduction) - 1) >> reduction;
    }

    /** A sample of a lower resolution stands at every 2^reduction-th place (T.800 B.5): each place takes the nearest. */
    private static short[] repeated(short[] samples, PixelLayout small, PixelLayout full, int reduction) {
        int perPixel = full.samplesPerPixel();
        int width = full.columns() * perPixel;
        short[] repeated = new short[full.rows() * width];
        int[] from = new int[width];
        for (int x = 0; x < width; x++) {
            from[x] = nearest(x / perPixel, small.columns(), reduction) * perPixel + x % perPixel;
        }
        for (int y = 0; y < full.rows(); y++) {
            int row = nearest(y, small.rows(), reduction) * small.columns() * perPixel;
            for (int x = 0; x < width; x++) {
                repeated[y * width + x] = samples[row + from[x]];
            }
        }
        return repeated;
    }

    private static int nearest(int place, int length, int reduction) {
        return Math.min(length - 1, (place + (1 << (reduction - 1))) >> reduction);
    }
}
