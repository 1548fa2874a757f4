package org.candela.codec;

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
        int high = cell >>> shift << unused;
        return (short) (isSigned ? high >> unused : high >>> unused);
    }

    /** Refuses what a {@link org.candela.image.Frame} cannot hold. */
    static void requireHoldable(PixelLayout layout) throws CodecException {
        if (layout.bitsAllocated() > 16) {
            throw new CodecException(layout.bitsAllocated() + " bits a sample are not supported");
        }
        if (layout.sampleCount() > Integer.MAX_VALUE - 8) {
            throw new CodecException("a frame of " + layout.sampleCount() + " samples is too large");
        }
    }
}
