package org.candela.image;

/** How a sample is kept when a frame is written out: width, sign, whole or floating point. */
public enum SampleType {
    U8("|u1", 1),
    I8("|i1", 1),
    U16("<u2", 2),
    I16("<i2", 2),
    U32("<u4", 4),
    I32("<i4", 4),
    F32("<f4", 4),
    F64("<f8", 8);

    private final String code;
    private final int bytes;

    SampleType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Array-interface type string: byte order, kind and width, as {@code "<u2"}. */
    public String code() {
        return code;
    }

    /** Width of a sample in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Whole numbers of the width of {@code layout}: one byte up to 8 bits allocated, two up to 16, else four. */
    static SampleType of(PixelLayout layout) {
        if (layout.bitsAllocated() <= 8) {
            return layout.isSigned() ? I8 : U8;
        }
        if (layout.bitsAllocated() <= 16) {
            return layout.isSigned() ? I16 : U16;
        }
        return layout.isSigned() ? I32 : U32;
    }
}
