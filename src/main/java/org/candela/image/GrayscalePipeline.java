package org.candela.image;

import java.util.Arrays;

/**
 * The grayscale chain of PS3.4 N.2 for one frame: stored value → modality value → VOI window → P-value.
 *
 * <p>All of it runs in floating point and is rounded once, to the 16-bit P-value, so nothing is lost before the display
 * table. MONOCHROME1 (C.7.6.3.1.2) inverts after the window, never the stored values; together with
 * {@link Polarity#INVERTED} it makes the original sense again: {@code isNegative = MONOCHROME1 xor INVERTED}.
 *
 * <p>Pixel padding (C.7.5.1.1.2) is no image content and takes no part in the chain: it is P-value 0 whatever the
 * photometric interpretation and the polarity. Drawn through the chain, the surround of an inverted mammogram would turn
 * into a bright field that blinds the reader.
 *
 * @param layout tells the sign and the sense of the stored values
 * @param rescale stored value → modality value
 * @param window modality value → display fraction
 * @param polarity the reader's wish
 * @param padding stored values shown as background
 */
public record GrayscalePipeline(
        PixelLayout layout, Rescale rescale, VoiWindow window, Polarity polarity, PixelPadding padding) {

    /** Entries of a fused table: one a 16-bit pattern. */
    public static final int TABLE_SIZE = 65536;

    public GrayscalePipeline {
        if (!layout.photometric().isGrayscale()) {
            throw new IllegalArgumentException(layout.photometric() + " has no grayscale chain");
        }
    }

    /**
     * Opaque ARGB by {@code stored & 0xFFFF} like {@link #fuse}, with a VOI LUT (C.11.2.1.1) in the place of the window.
     *
     * @return {@link #TABLE_SIZE} entries; the caller owns the array
     */
    // [impl->req~dicom-image.luts~1]
    public int[] fuse(LookupTable voi, DisplayLut display) {
        int[] table = new int[TABLE_SIZE];
        Arrays.setAll(table, pattern -> {
            int stored = layout.isSigned() ? (short) pattern : pattern;
            return display.argb(padding.contains(stored) ? 0 : pValueOf(voi.fraction(rescale.apply(stored))));
        });
        return table;
    }

    /** P-value, 0 to 65535, of a stored value (already masked and sign-extended). */
    // [impl->req~image.grayscale-chain~1] [impl->req~image.padding-is-background~1]
    public int pValue(int stored) {
        if (padding.contains(stored)) {
            return 0;
        }
        return pValueOf(window.apply(rescale.apply(stored)));
    }

    private int pValueOf(double fraction) {
        int pValue = (int) Math.round(fraction * DisplayLut.MAX_P_VALUE);
        return isNegative() ? DisplayLut.MAX_P_VALUE - pValue : pValue;
    }

    /**
     * The whole chain and the display's table in one: opaque ARGB by {@code stored & 0xFFFF}.
     *
     * @return {@link #TABLE_SIZE} entries; the caller owns the array
     */
    public int[] fuse(DisplayLut display) {
        int[] table = new int[TABLE_SIZE];
        Arrays.setAll(table, pattern -> display.argb(pValue(layout.isSigned() ? (short) pattern : pattern)));
        return table;
    }

    private boolean isNegative() {
        return (layout.photometric() == Photometric.MONOCHROME1) != (polarity == Polarity.INVERTED);
    }
}
