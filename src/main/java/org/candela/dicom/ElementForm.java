package org.candela.dicom;

import java.io.IOException;

/** How elements are encoded (PS3.5 §7.1, §7.3). */
enum ElementForm {
    IMPLICIT_LITTLE_ENDIAN,
    EXPLICIT_LITTLE_ENDIAN,
    EXPLICIT_BIG_ENDIAN;

    static ElementForm of(TransferSyntax syntax) {
        return switch (syntax.form()) {
            case IMPLICIT_LITTLE_ENDIAN -> IMPLICIT_LITTLE_ENDIAN;
            case EXPLICIT_BIG_ENDIAN -> EXPLICIT_BIG_ENDIAN;
            default -> EXPLICIT_LITTLE_ENDIAN;
        };
    }

    boolean isExplicit() {
        return this != IMPLICIT_LITTLE_ENDIAN;
    }

    boolean isBigEndian() {
        return this == EXPLICIT_BIG_ENDIAN;
    }

    /**
     * The form of the element at the position of {@code input}, which is {@code assumed} where the bytes do not tell.
     *
     * <p>Two letters of a VR after the tag would mean over 16 kB as an implicit length, rare in a first element. The
     * first group of a data set is small, so the order that makes it smaller is the right one.
     */
    static ElementForm foundAt(Input input, ElementForm assumed) throws IOException, DicomFormatException {
        if (input.left() < Long.BYTES) {
            return assumed;
        }
        if (!input.peeksVr()) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        input.bigEndian(EXPLICIT_LITTLE_ENDIAN);
        int little = Tag.group(input.peekTag());
        int big = little >>> 8 | (little & 0xFF) << 8;
        if (little == big) {
            return assumed.isExplicit() ? assumed : EXPLICIT_LITTLE_ENDIAN;
        }
        return little < big ? EXPLICIT_LITTLE_ENDIAN : EXPLICIT_BIG_ENDIAN;
    }
}
