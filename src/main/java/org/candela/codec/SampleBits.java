package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.StreamBounds;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** Cuts the stored bits out of an allocated cell (PS3.5 8.1.1): masks above High Bit, extends the sign. */
final class SampleBits {
    private final int shift;
    private final int unused;
    private final boolean isSigned;

    SampleBits(PixelLayout layout) {
        this.shift = layout.highBit() + 1 - layout.bitsStored();
        this.unused = Integer.SIZE - layout.bitsStored();
        this.isSigned = layout.isSigned();
    }

    short of(int cell) {
        return (short) wide(cell);
    }

    /**
     * The same of all {@code samples} of a lossless codestream, in place.
     *
     * @param precision bits of the codestream's samples, above which there are zeros
     * @param name of the codestream in an error
     * @throws CodecException when a sample's sign is unknown, since the codestream has fewer bits than are stored
     */
    void cut(short[] samples, int precision, String name) throws CodecException {
        int stored = Integer.SIZE - unused;
        if (isSigned && precision < stored) {
            requireUnsigned(samples, precision, name);
        }
        boolean isValue = shift == 0 && (stored == Short.SIZE || (!isSigned && precision <= stored));
        if (isValue) {
            return; // as most images are: their samples need not be passed over
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = of(samples[i] & 0xFFFF);
        }
    }

    private void requireUnsigned(short[] samples, int precision, String name) throws CodecException {
        int all = 0;
        for (short sample : samples) {
            all |= sample;
        }
        if ((all & 0xFFFF) >> (precision - 1) != 0) {
            throw new CodecException("signed samples of " + (Integer.SIZE - unused) + " bits in a " + name + " of "
                    + precision + " bits: their sign is unknown");
        }
    }

    /** The same of a cell of up to 32 bits. */
    int wide(int cell) {
        int high = cell >>> shift << unused;
        return isSigned ? high >> unused : high >>> unused;
    }

    /** Refuses what a {@link org.candela.image.Frame} cannot hold. */
    static void requireHoldable(PixelLayout layout) throws CodecException {
        requireBits(layout, 16);
        requireSize(layout);
    }

    /** Refuses what a {@link org.candela.image.WideFrame} of whole numbers cannot hold. */
    static void requireHoldableWide(PixelLayout layout) throws CodecException {
        requireBits(layout, Integer.SIZE);
        requireSize(layout);
    }

    private static void requireBits(PixelLayout layout, int most) throws CodecException {
        if (layout.bitsAllocated() > most) {
            throw new CodecException(layout.bitsAllocated() + " bits a sample are not supported");
        }
    }

    private static void requireSize(PixelLayout layout) throws CodecException {
        if (layout.photometric() == Photometric.YBR_RCT || layout.photometric() == Photometric.YBR_ICT) {
            throw new CodecException(layout.photometric() + " outside of JPEG 2000");
        }
        if (layout.photometric() == Photometric.YBR_PARTIAL_420) {
            throw new CodecException(layout.photometric() + " outside of video");
        }
        if (layout.sampleCount() > StreamBounds.MAX_SAMPLES) {
            throw new CodecException("a frame of " + layout.sampleCount() + " samples is too large");
        }
    }
}
