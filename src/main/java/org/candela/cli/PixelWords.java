package org.candela.cli;

import org.candela.viewer.export.PixelRisk;

/** Why pixels may tell whose they are, in one line each. */
final class PixelWords {
    private PixelWords() {}

    static String of(PixelRisk risk) {
        return switch (risk) {
            case STATED -> "a file says that text is burned into its pixels";
            case NOT_DENIED -> "a file does not say whether text is burned into its pixels";
            case KIND -> "ultrasound, angiography, photographs and captures often have the name in the image";
            case OVERLAY -> "a file has overlays; they are left out, but the same text may stand in the pixels";
            case FACE -> "a face can be recognised in, or made of, images of the head; pixels are not altered";
        };
    }
}
