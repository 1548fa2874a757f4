package org.candela.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/** RLE Lossless (PS3.5 Annex G): one segment a byte of a sample, most significant byte first. */
final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MAX_SEGMENTS = 15;
    /** Two bytes repeat a third up to 128 times. */
    private static final int MAX_EXPANSION = 64;

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        SampleBits.requirePlausible(layout, bytes.length, MAX_EXPANSION);
        int bytesPerSample = layout.bitsAllocated() / 8;
        int expected = bytesPerSample * layout.samplesPerPixel();
        int[] offsets = offsets(bytes, expected);
        short[] samples = new short[(int) layout.sampleCount()];
        byte[] plane = new byte[samples.length / layout.samplesPerPixel()];
        for (int segment = 0; segment < expected; segment++) {
            int end = segment + 1 < expected ? offsets[segment + 1] : bytes.length;
            unpack(bytes, offsets[segment], end, plane);
            int sample = segment / bytesPerSample;
            int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
            for (int i = 0, to = sample; i < plane.length; i++, to += layout.samplesPerPixel()) {
                samples[to] |= (short) ((plane[i] & 0xFF) << shift);
            }
        }
        SampleBits bits = new SampleBits(layout);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bits.of(samples[i] & 0xFFFF);
        }
        return new Frame(layout.withPhotometric(layout.photometric()), samples);
    }

    private static int[] offsets(byte[] bytes, int expected) throws CodecException {
        if (bytes.length < HEADER || expected == 0 || expected > MAX_SEGMENTS) {
            throw new CodecException("no RLE header, or a layout that RLE cannot hold");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt(0);
        if (segments != expected) {
            throw new CodecException(segments + " RLE segments where the layout needs " + expected);
        }
        int[] offsets = new int[segments];
        for (int i = 0; i < segments; i++) {
            offsets[i] = header.getInt(4 + 4 * i);
            int least = i == 0 ? HEADER : offsets[i - 1];
            if (offsets[i] < least || offsets[i] > bytes.length) {
                throw new CodecException("RLE segment " + i + " starts outside the frame");
            }
        }
        return offsets;
    }

    /** G.3.1: n ≥ 0 copies n+1 bytes, n in −127…−1 repeats one byte 1−n times, −128 does nothing. */
    private static void unpack(byte[] bytes, int from, int end, byte[] target) throws CodecException {
        int in = from;
        int out = 0;
        while (out < target.length) {
            if (in >= end) {
                throw new CodecException("an RLE segment ends after " + out + " of " + target.length + " bytes");
            }
            int n = bytes[in++];
            if (n >= 0) {
                int count = Math.min(n + 1, target.length - out);
                if (in + count > end) {
                    throw new CodecException("an RLE run reaches beyond its segment");
                }
                System.arraycopy(bytes, in, target, out, count);
                in += n + 1;
                out += count;
            } else if (n != Byte.MIN_VALUE) {
                if (in >= end) {
                    throw new CodecException("an RLE run reaches beyond its segment");
                }
                int count = Math.min(1 - n, target.length - out);
                Arrays.fill(target, out, out + count, bytes[in++]);
                out += count;
            }
        }
    }
}
