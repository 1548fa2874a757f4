package org.candela.image;

/**
 * How the samples of one frame are arranged (PS3.3 C.7.6.3, PS3.5 8.1.1).
 *
 * @param rows height in pixels, 1 to 65535
 * @param columns width in pixels, 1 to 65535
 * @param photometric what the values mean; fixes the samples per pixel
 * @param bitsAllocated 1, 8, 16 or 32; 64 for numbers of double precision
 * @param bitsStored 1 to {@code bitsAllocated}
 * @param highBit index of the most significant stored bit
 * @param isSigned whether values are two's complement (Pixel Representation 1), extended from {@code bitsStored}
 * @param isPlanar whether uncompressed data comes colour by plane (Planar Configuration 1)
 */
public record PixelLayout(
        int rows,
        int columns,
        Photometric photometric,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean isSigned,
        boolean isPlanar) {

    private static final int MAX_EDGE = 65535;

    public PixelLayout {
        require(rows >= 1 && rows <= MAX_EDGE, "Rows " + rows);
        require(columns >= 1 && columns <= MAX_EDGE, "Columns " + columns);
        require(
                bitsAllocated == 1
                        || bitsAllocated == 8
                        || bitsAllocated == 16
                        || bitsAllocated == 32
                        || bitsAllocated == 64,
                "Bits Allocated " + bitsAllocated);
        require(bitsStored >= 1 && bitsStored <= bitsAllocated, "Bits Stored " + bitsStored);
        require(highBit >= bitsStored - 1 && highBit < bitsAllocated, "High Bit " + highBit);
    }

    /** Samples of a pixel: 1 or 3. */
    public int samplesPerPixel() {
        return photometric.samplesPerPixel();
    }

    /** Samples of a frame: rows × columns × samples per pixel. */
    public long sampleCount() {
        return (long) rows * columns * samplesPerPixel();
    }

    /** Bytes of a frame when stored uncompressed, without the pad byte; YBR_FULL_422 holds two samples a pixel. */
    public long byteCount() {
        long samples = photometric == Photometric.YBR_FULL_422 ? (long) rows * columns * 2 : sampleCount();
        return (samples * bitsAllocated + 7) / 8;
    }

    /** Smallest value a stored sample can have; at most 32 stored bits. */
    public int minimum() {
        return isSigned ? -(1 << (bitsStored - 1)) : 0;
    }

    /** Largest value a stored sample can have; at most 31 stored bits where unsigned. */
    public int maximum() {
        return isSigned ? (1 << (bitsStored - 1)) - 1 : (int) ((1L << bitsStored) - 1);
    }

    /** The same layout with another meaning of the samples, as a decoder may deliver. */
    public PixelLayout withPhotometric(Photometric other) {
        return new PixelLayout(rows, columns, other, bitsAllocated, bitsStored, highBit, isSigned, false);
    }

    /** The same layout with unsigned samples of 16 bits. */
    PixelLayout asSixteenBits() {
        return new PixelLayout(rows, columns, photometric, 16, 16, 15, false, false);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("impossible pixel layout: " + what);
        }
    }
}
