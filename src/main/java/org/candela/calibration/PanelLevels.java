package org.candela.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a display can be driven with, in the order of the light it gives; each light once. */
final class PanelLevels {
    private final int[] drives;
    private final double[] luminances;

    private PanelLevels(int[] drives, double[] luminances) {
        this.drives = drives;
        this.luminances = luminances;
    }

    /** A drive, such as a colour or a code, and its emitted luminance. */
    private record Level(int drive, double luminance) {}

    /** The colours of a palette that {@code light} knows. */
    static PanelLevels of(GreyPalette palette, PanelLight light) {
        return sorted(IntStream.range(0, palette.size())
                .map(palette::argb)
                .mapToObj(argb -> new Level(argb, light.luminance(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF)))
                .toList());
    }

    /** The codes of an output with 0 to {@code steps}, spread over the drive levels 0 to 255 of {@code response}. */
    static PanelLevels of(int steps, LuminanceResponse response) {
        return sorted(IntStream.rangeClosed(0, steps)
                .filter(code -> response.isMeasured(code * 255.0 / steps))
                .mapToObj(code -> new Level(code, response.luminance(code * 255.0 / steps)))
                .toList());
    }

    private static PanelLevels sorted(List<Level> levels) {
        List<Level> known = levels.stream()
                .filter(level -> !Double.isNaN(level.luminance()))
                .sorted(Comparator.comparingDouble(Level::luminance))
                .collect(ArrayList::new, PanelLevels::addUnlessEqual, ArrayList::addAll);
        return new PanelLevels(
                known.stream().mapToInt(Level::drive).toArray(),
                known.stream().mapToDouble(Level::luminance).toArray());
    }

    /** Of several drives with equal light the first is kept: plain greys stand before colours. */
    private static void addUnlessEqual(List<Level> levels, Level next) {
        if (levels.isEmpty() || levels.get(levels.size() - 1).luminance() < next.luminance()) {
            levels.add(next);
        }
    }

    /** Index of the level nearest to {@code wanted} cd/m²; so a rising wish never gives a falling level. */
    int nearest(double wanted) {
        int found = Arrays.binarySearch(luminances, wanted);
        if (found >= 0) {
            return found;
        }
        int above = Math.min(luminances.length - 1, -found - 1);
        int below = Math.max(0, above - 1);
        return luminances[above] - wanted < wanted - luminances[below] ? above : below;
    }

    int drive(int index) {
        return drives[index];
    }

    double luminance(int index) {
        return luminances[index];
    }
}
