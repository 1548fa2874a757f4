package org.candela.conformance;

/** Photometric interpretation and arrangement of the samples (PS3.3 C.7.6.3.1.2, C.7.6.3.1.3): the rows of the table. */
enum Colour {
    MONOCHROME1("MONOCHROME1", 1),
    MONOCHROME2("MONOCHROME2", 1),
    PALETTE("PALETTE COLOR", 1),
    PALETTE_SEGMENTED("PALETTE COLOR", 1),
    RGB("RGB", 3),
    RGB_PLANES("RGB", 3),
    YBR_FULL("YBR_FULL", 3),
    YBR_FULL_PLANES("YBR_FULL", 3),
    YBR_FULL_422("YBR_FULL_422", 3),
    YBR_RCT("YBR_RCT", 3),
    YBR_ICT("YBR_ICT", 3),
    YBR_PARTIAL_420("YBR_PARTIAL_420", 3);

    private final String term;
    private final int samples;

    Colour(String term, int samples) {
        this.term = term;
        this.samples = samples;
    }

    /** As in (0028,0004). */
    String term() {
        return term;
    }

    int samples() {
        return samples;
    }

    boolean isGray() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    boolean isPalette() {
        return this == PALETTE || this == PALETTE_SEGMENTED;
    }

    boolean isPlanar() {
        return this == RGB_PLANES || this == YBR_FULL_PLANES;
    }

    boolean isRgb() {
        return this == RGB || this == RGB_PLANES;
    }

    boolean isYbrFull() {
        return this == YBR_FULL || this == YBR_FULL_PLANES;
    }

    /** Whether each pixel has samples of its own, none derived from others by a codec. */
    boolean isWhole() {
        return isGray() || isPalette() || isRgb() || isYbrFull();
    }

    String title() {
        return switch (this) {
            case PALETTE_SEGMENTED -> "PALETTE COLOR, segmented";
            case RGB, YBR_FULL -> term + ", by pixel";
            case RGB_PLANES, YBR_FULL_PLANES -> term + ", by plane";
            default -> term;
        };
    }
}
