package org.candela.image;

/**
 * Smallest and largest modality value of a frame, padding left out.
 *
 * <p>Counted from the pixels: Smallest and Largest Image Pixel Value of the header are often wrong (PS3.3 C.7.6.3).
 */
public record ValueRange(double minimum, double maximum) {
    /** The range of a grayscale frame; 0 to 0 when all of it is padding. */
    public static ValueRange of(Frame frame, Rescale rescale, PixelPadding padding) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < frame.samples().length; i++) {
            int value = frame.value(i);
            if (!padding.contains(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least > most) {
            return new ValueRange(0, 0);
        }
        double one = rescale.apply(least);
        double other = rescale.apply(most);
        return new ValueRange(Math.min(one, other), Math.max(one, other));
    }

    /** The linear window that shows the whole range and no more: its first value black, its last white. */
    public VoiWindow window() {
        return VoiWindow.linear((minimum + maximum) / 2 + 0.5, Math.max(1, maximum - minimum + 1));
    }
}
