package org.candela.viewer.picture;

import java.util.Arrays;
import java.util.BitSet;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.Shutter;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;

/**
 * The window or table an image opens with.
 *
 * <p>The first of the file's windows, else of its VOI LUTs (all are alternatives, PS3.3 C.11.2). Without one, a window over the values
 * the frame really holds, padding, what a shutter covers and the outermost {@value #IGNORED_SHARE} of the pixels left aside; Smallest and
 * Largest Image Pixel Value are often wrong and are not used.
 */
public final class InitialWindow {
    private static final double IGNORED_SHARE = 0.002;
    private static final int PATTERNS = 65536;
    private static final VoiWindow NEUTRAL = VoiWindow.linear(128, 256);

    private InitialWindow() {}

    // [impl->req~viewer.initial-window~1]
    public static VoiTransform of(LoadedFrame loaded) {
        boolean isGrayscale = loaded.frame().layout().photometric().isGrayscale();
        if (!isGrayscale) {
            return NEUTRAL;
        }
        return loaded.description().voi().stream().findFirst().orElseGet(() -> overHeldValues(loaded));
    }

    /** Over the values that a grey frame holds. */
    public static VoiWindow overHeldValues(LoadedFrame loaded) {
        int[] counts = histogram(loaded);
        long total = Arrays.stream(counts).asLongStream().sum();
        if (total == 0) {
            return NEUTRAL;
        }
        long ignored = (long) (total * IGNORED_SHARE);
        int offset = loaded.frame().layout().minimum();
        ImageDescription description = loaded.description();
        double one = description.rescale().apply(offset + rank(counts, ignored));
        double other = description.rescale().apply(offset + rank(counts, total - 1 - ignored));
        return VoiWindow.linear((one + other) / 2 + 0.5, Math.abs(other - one) + 1);
    }

    /** Pixels by stored value, counted from the smallest value the layout allows. */
    private static int[] histogram(LoadedFrame loaded) {
        Frame frame = loaded.frame();
        int offset = frame.layout().minimum();
        int[] counts = new int[PATTERNS];
        Shutter shutter = loaded.description().shutter();
        BitSet open = shutter.equals(Shutter.NONE)
                ? null
                : shutter.open(frame.layout().rows(), frame.layout().columns());
        for (int i = 0; i < frame.samples().length; i++) {
            int value = frame.value(i);
            boolean isSeen = open == null || open.get(i);
            if (isSeen && !loaded.description().padding().contains(value)) {
                counts[value - offset & PATTERNS - 1]++;
            }
        }
        return counts;
    }

    private static int rank(int[] counts, long position) {
        long seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen > position) {
                return value;
            }
        }
        return counts.length - 1;
    }
}
