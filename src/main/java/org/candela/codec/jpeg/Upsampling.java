package org.candela.codec.jpeg;

/**
 * Brings a subsampled component to full size. T.81 leaves the method open; DCT frames use the triangle filter for halves
 * across, alone or with halves down, as the field's decoders do; all else repeats samples.
 */
final class Upsampling {
    private Upsampling() {}

    /** Fills {@code target}, a view of the full image, from {@code source}. */
    static void fill(Component source, Component target, JpegFrame frame) {
        boolean isSmooth = !frame.process().isLossless() && source.width > 2 && source.h * 2 == frame.hMax();
        if (isSmooth && source.v == frame.vMax()) {
            acrossOnly(source, target);
        } else if (isSmooth && source.v * 2 == frame.vMax()) {
            acrossAndDown(source, target);
        } else {
            repeat(source, target, frame);
        }
    }

    private static void repeat(Component source, Component target, JpegFrame frame) {
        for (int y = 0; y < target.height; y++) {
            int line = y * source.v / frame.vMax() * source.lineStep;
            int to = target.offset + y * target.lineStep;
            for (int x = 0; x < target.width; x++, to += target.step) {
                target.samples[to] = source.samples[line + x * source.h / frame.hMax()];
            }
        }
    }

    /** ¾ of the nearer and ¼ of the farther sample, rounding alternately down and up. */
    private static void acrossOnly(Component source, Component target) {
        for (int y = 0; y < target.height; y++) {
            int line = y * source.lineStep;
            int to = target.offset + y * target.lineStep;
            for (int x = 0; x < target.width; x++, to += target.step) {
                int near = source.samples[line + x / 2];
                int beside = x / 2 + ((x & 1) == 0 ? -1 : 1);
                boolean isEdge = beside < 0 || beside >= source.width;
                int far = isEdge ? near : source.samples[line + beside];
                target.samples[to] = (short) ((near * 3 + far + 1 + (x & 1)) >> 2);
            }
        }
    }

    private static void acrossAndDown(Component source, Component target) {
        int[] sums = new int[source.width];
        for (int y = 0; y < target.height; y++) {
            int other = Math.max(0, Math.min(source.height - 1, y / 2 + ((y & 1) == 0 ? -1 : 1)));
            for (int x = 0; x < source.width; x++) {
                sums[x] = source.samples[y / 2 * source.lineStep + x] * 3 + source.samples[other * source.lineStep + x];
            }
            int to = target.offset + y * target.lineStep;
            for (int x = 0; x < target.width; x++, to += target.step) {
                int beside = Math.max(0, Math.min(source.width - 1, x / 2 + ((x & 1) == 0 ? -1 : 1)));
                target.samples[to] = (short) ((sums[x / 2] * 3 + sums[beside] + ((x & 1) == 0 ? 8 : 7)) >> 4);
            }
        }
    }
}
