package org.candela.image;

import java.util.Arrays;

/**
 * The grayscale chain of PS3.4 N.2 for one frame: stored value → modality value → VOI → presentation → P-value.
 *
 * <p>All of it runs in floating point and is rounded once, to the 16-bit P-value, so nothing is lost before the display
 * table. MONOCHROME1 (C.7.6.3.1.2) inverts after the VOI step, never the stored values; together with
 * {@link Polarity#INVERTED}, which turns P-values, it makes the original sense again.
 *
 * <p>Pixel padding (C.7.5.1.1.2) is no image content and takes no part in the chain: it is P-value 0 whatever the
 * photometric interpretation and the polarity. Drawn through the chain, the surround of an inverted mammogram would turn
 * into a bright field that blinds the reader.
 *
 * @param layout tells the sign and the sense of the stored values
 * @param rescale stored value → modality value
 * @param voi modality value → display fraction: a window or a table
 * @param presentation display fraction → P-value
 * @param polarity the reader's wish
 * @param padding stored values shown as background
 */
public record GrayscalePipeline(
        PixelLayout layout,
        Rescale rescale,
        VoiTransform voi,
        PresentationLut presentation,
        Polarity polarity,
        PixelPadding padding) {

    /** Entries of a fused table: one a 16-bit pattern. */
    public static final int TABLE_SIZE = 65536;

    public GrayscalePipeline {
        if (!layout.photometric().isGrayscale()) {
            throw new IllegalArgumentException(layout.photometric() + " has no grayscale chain");
        }
    }

    /** The chain of an image that has no presentation table: its photometric interpretation decides. */
    public GrayscalePipeline(
            PixelLayout layout, Rescale rescale, VoiTransform voi, Polarity polarity, PixelPadding padding) {
        this(layout, rescale, voi, PresentationLut.of(layout.photometric()), polarity, padding);
    }

    /** P-value, 0 to 65535, of a stored value (already masked and sign-extended). */
    // [impl->req~image.grayscale-chain~1] [impl->req~image.padding-is-background~1] [impl->req~dicom-image.luts~1]
    public int pValue(int stored) {
        if (padding.contains(stored)) {
            return 0;
        }
        int pValue = presentation.pValue(voi.apply(rescale.apply(stored)));
        return polarity == Polarity.INVERTED ? DisplayLut.MAX_P_VALUE - pValue : pValue;
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
}
