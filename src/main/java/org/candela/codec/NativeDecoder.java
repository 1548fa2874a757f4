package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** Uncompressed frames (PS3.5 8.1, 8.2): 1, 8 and 16 bits, colour by pixel or by plane, YBR 4:2:2. */
final class NativeDecoder implements FrameDecoder {
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        if (bytes.length < layout.byteCount()) {
            throw new CodecException(bytes.length + " bytes for a frame of " + layout.byteCount());
        }
        if (layout.photometric() == Photometric.YBR_FULL_422) {
            return upsampled(bytes, layout);
        }
        short[] samples = new short[(int) layout.sampleCount()];
        SampleBits bits = new SampleBits(layout);
        int planes = layout.isPlanar() ? layout.samplesPerPixel() : 1;
        int perPlane = samples.length / planes;
        for (int plane = 0; plane < planes; plane++) {
            for (int i = 0; i < perPlane; i++) {
                samples[i * planes + plane] = bits.of(cell(bytes, plane * perPlane + i, layout.bitsAllocated()));
            }
        }
        return new Frame(layout.withPhotometric(layout.photometric()), samples);
    }

    private static int cell(byte[] bytes, int index, int bitsAllocated) {
        return switch (bitsAllocated) {
            case 1 -> bytes[index >> 3] >> (index & 7) & 1; // first pixel in the lowest bit (8.1.1)
            case 8 -> bytes[index] & 0xFF;
            default -> (bytes[2 * index] & 0xFF) | (bytes[2 * index + 1] & 0xFF) << 8;
        };
    }

    /** Y1 Y2 Cb Cr for two pixels (PS3.3 C.7.6.3.1.2); each pair of pixels shares its colour. */
    private static Frame upsampled(byte[] bytes, PixelLayout layout) throws CodecException {
        if (layout.bitsAllocated() != 8 || layout.columns() % 2 != 0) {
            throw new CodecException("YBR_FULL_422 needs 8 bits and an even number of columns");
        }
        short[] samples = new short[(int) layout.sampleCount()];
        for (int pair = 0, from = 0, to = 0; pair < samples.length / 6; pair++, from += 4, to += 6) {
            samples[to] = (short) (bytes[from] & 0xFF);
            samples[to + 3] = (short) (bytes[from + 1] & 0xFF);
            samples[to + 1] = (short) (bytes[from + 2] & 0xFF);
            samples[to + 4] = samples[to + 1];
            samples[to + 2] = (short) (bytes[from + 3] & 0xFF);
            samples[to + 5] = samples[to + 2];
        }
        return new Frame(layout.withPhotometric(Photometric.YBR_FULL), samples);
    }
}
