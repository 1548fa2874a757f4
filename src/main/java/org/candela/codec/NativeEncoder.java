package org.candela.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;

/**
 * Uncompressed frames, little endian (PS3.5 8.1, 8.2); signed samples are extended over the whole cell, so that readers
 * which do not cut the stored bits out see the right value too.
 */
final class NativeEncoder implements FrameEncoder {
    @Override
    public byte[] encode(Frame frame) throws CodecException {
        byte[] cells = cells(frame);
        return cells.length % 2 == 0 ? cells : Arrays.copyOf(cells, cells.length + 1);
    }

    /** The cells without the pad byte. */
    static byte[] cells(Frame frame) throws CodecException {
        short[] samples = frame.samples();
        int allocated = frame.layout().bitsAllocated();
        if (allocated == 1) {
            return packed(samples);
        }
        long size = (long) samples.length * allocated / 8;
        if (size > Integer.MAX_VALUE - 8) {
            throw new CodecException("a frame of " + size + " bytes is too large");
        }
        ByteBuffer cells = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        if (allocated == 8) {
            for (short sample : samples) {
                cells.put((byte) sample);
            }
        } else {
            cells.asShortBuffer().put(samples);
        }
        return cells.array();
    }

    /** First pixel in the lowest bit (8.1.1). */
    private static byte[] packed(short[] samples) {
        byte[] cells = new byte[(samples.length + 7) / 8];
        for (int i = 0; i < samples.length; i++) {
            cells[i >> 3] |= (byte) ((samples[i] & 1) << (i & 7));
        }
        return cells;
    }
}
