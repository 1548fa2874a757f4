package org.candela.viewer.picture;

import java.util.Optional;

/**
 * Distance of the pixels of a monitor, mm.
 *
 * @param columnMm from column to column
 * @param rowMm from row to row
 */
public record ScreenPitch(double columnMm, double rowMm) {
    /** A dense panel of a telephone, and a video wall: what lies beyond is a slip in the EDID. */
    private static final double LEAST = 0.03;

    private static final double MOST = 1.5;
    /** EDIDs write whole millimetres, some whole centimetres. */
    private static final double SQUARE = 0.05;

    public ScreenPitch {
        if (!(columnMm > 0 && rowMm > 0)) {
            throw new IllegalArgumentException("no pitch: " + columnMm + ", " + rowMm + " mm");
        }
    }

    /**
     * The pitch of a panel that says it is so large, mm, and shows so many pixels; a panel that stands upright says its
     * size lying. Empty where the numbers fit no panel: a projector has no size, and some monitors state their aspect in
     * its place.
     */
    // [impl->req~viewer.true-size~1]
    public static Optional<ScreenPitch> of(int widthMm, int heightMm, int widthPixels, int heightPixels) {
        if (widthMm <= 0 || heightMm <= 0 || widthPixels <= 0 || heightPixels <= 0) {
            return Optional.empty();
        }
        boolean isTurned = widthMm > heightMm != widthPixels > heightPixels && widthMm != heightMm;
        ScreenPitch pitch = new ScreenPitch(
                (double) (isTurned ? heightMm : widthMm) / widthPixels,
                (double) (isTurned ? widthMm : heightMm) / heightPixels);
        boolean isSquare = Math.abs(pitch.columnMm / pitch.rowMm - 1) <= SQUARE;
        boolean isPanel = pitch.columnMm >= LEAST && pitch.columnMm <= MOST;
        return isSquare && isPanel ? Optional.of(pitch) : Optional.empty();
    }

    /** Whether there are panels of such pixels, from a telephone to a video wall. */
    public boolean isOfAPanel() {
        return Math.min(columnMm, rowMm) >= LEAST && Math.max(columnMm, rowMm) <= MOST;
    }

    /** The mean of both, for pictures whose pixels are drawn alike in both directions. */
    public double meanMm() {
        return (columnMm + rowMm) / 2;
    }
}
