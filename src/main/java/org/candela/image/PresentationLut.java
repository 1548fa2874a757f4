package org.candela.image;

/**
 * Last step of the grayscale chain (PS3.3 C.11.6, PS3.4 N.2): display fraction → P-value, 0 to 65535.
 *
 * <p>A shape repeats what the photometric interpretation of an image says; a table says it in its place.
 */
public sealed interface PresentationLut {
    /** P-value of {@code fraction}, 0 to 1. */
    int pValue(double fraction);

    /** The shape that goes with a photometric interpretation (C.8.11.3.1.2): MONOCHROME1 is INVERSE. */
    static PresentationLut of(Photometric photometric) {
        return photometric == Photometric.MONOCHROME1 ? Shape.INVERSE : Shape.IDENTITY;
    }

    /** Presentation LUT Shape (2050,0020). */
    enum Shape implements PresentationLut {
        IDENTITY {
            @Override
            public int pValue(double fraction) {
                return (int) Math.round(fraction * DisplayLut.MAX_P_VALUE);
            }
        },
        INVERSE {
            @Override
            public int pValue(double fraction) {
                return DisplayLut.MAX_P_VALUE - IDENTITY.pValue(fraction);
            }
        }
    }

    /** An item of Presentation LUT Sequence (2050,0010): its inputs span the whole range of the step before (C.11.6.1.1). */
    record Table(LookupTable table) implements PresentationLut {
        @Override
        public int pValue(double fraction) {
            int span = table.lastMapped() - table.firstMapped();
            return Shape.IDENTITY.pValue(table.fraction(table.firstMapped() + fraction * span));
        }
    }
}
