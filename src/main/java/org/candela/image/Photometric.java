package org.candela.image;

import java.util.Arrays;
import java.util.Optional;

/** What the sample values mean (PS3.3 C.7.6.3.1.2). Only what Candela can show faithfully is listed. */
public enum Photometric {
    MONOCHROME1(1),
    MONOCHROME2(1),
    PALETTE_COLOR(1),
    RGB(3),
    YBR_FULL(3),
    YBR_FULL_422(3),
    /** Video as decoded, of limited range; in a frame chroma is at full size. What shows it gets it as RGB. */
    YBR_PARTIAL_420(3),
    /** Only within a JPEG 2000 codestream, whose decoder delivers RGB. */
    YBR_RCT(3),
    /** Only within a JPEG 2000 codestream, whose decoder delivers RGB. */
    YBR_ICT(3);

    private final int samplesPerPixel;

    Photometric(int samplesPerPixel) {
        this.samplesPerPixel = samplesPerPixel;
    }

    /** Samples a pixel: 1 or 3. */
    public int samplesPerPixel() {
        return samplesPerPixel;
    }

    /** Whether the value is a single grey that the grayscale chain of PS3.4 N.2 applies to. */
    public boolean isGrayscale() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** The term as written in (0028,0004), for example {@code "PALETTE COLOR"}; empty when it is not one of these. */
    public static Optional<Photometric> ofTerm(String term) {
        return Arrays.stream(values()).filter(p -> p.term().equals(term)).findFirst();
    }

    /** The DICOM term of (0028,0004). */
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }
}
