package org.candela.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.WideFrame;

/** Uncompressed frames (PS3.5 8.1, 8.2): 1, 8, 16 and 32 bits, colour by pixel or by plane, YBR 4:2:2. */
final class NativeDecoder implements FrameDecoder {
    static final NativeDecoder INSTANCE = new NativeDecoder();

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

    @Override
    public WideFrame decodeWide(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldableWide(layout);
        if (bytes.length < layout.byteCount()) {
            throw new CodecException(bytes.length + " bytes for a frame of " + layout.byteCount());
        }
        int[] cells = new int[(int) layout.sampleCount()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(cells);
        SampleBits bits = new SampleBits(layout);
        byte[] littleEndian = new byte[Integer.BYTES * cells.length];
        IntBuffer samples =
                ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int planes = layout.isPlanar() ? layout.samplesPerPixel() : 1;
        int perPlane = cells.length / planes;
        for (int plane = 0; plane < planes; plane++) {
            for (int i = 0; i < perPlane; i++) {
                samples.put(i * planes + plane, bits.wide(cells[plane * perPlane + i]));
            }
        }
        return WideFrame.ofWholeNumbers(layout.withPhotometric(layout.photometric()), littleEndian);
    }

    private static int cell(byte[] bytes, int index, int bitsAllocated) {
        return switch (bitsAllocated) {
            case 1 -> bytes[index >> 3] >> (index & 7) & 1; // first pixel in the lowest bit (8.1.1)
            case 8 -> bytes[index] & 0xFF;
            default -> (bytes[2 * index] & 0xFF) | (bytes[2 * index + 1] & 0xFF) << 8;
        };
    }

    /**
     * Y1 Y2 Cb Cr for two pixels (PS3.3 C.7.6.3.1.2); each pair of pixels shares its colour. The standard wants an even
     * number of columns; with an odd one pairs go on across the end of a row, as the number of bytes then says.
     */
    private static Frame upsampled(byte[] bytes, PixelLayout layout) throws CodecException {
        if (layout.bitsAllocated() != 8) {
            throw new CodecException("YBR_FULL_422 needs 8 bits");
        }
        if (layout.isPlanar()) {
            throw new CodecException("YBR_FULL_422 cannot be stored colour by plane");
        }
        short[] samples = new short[(int) layout.sampleCount()];
        int pixels = samples.length / 3;
        for (int pixel = 0, to = 0; pixel < pixels; pixel++, to += 3) {
            int pair = pixel / 2 * 4;
            if (pair + 4 > bytes.length) {
                throw new CodecException("the last pair of YBR_FULL_422 pixels is cut off");
            }
            samples[to] = (short) (bytes[pair + pixel % 2] & 0xFF);
            samples[to + 1] = (short) (bytes[pair + 2] & 0xFF);
            samples[to + 2] = (short) (bytes[pair + 3] & 0xFF);
        }
        return new Frame(layout.withPhotometric(Photometric.YBR_FULL), samples);
    }
}
