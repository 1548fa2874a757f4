package org.candela.dicom.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.PixelSpacing;
import org.jspecify.annotations.Nullable;

/**
 * A region of an ultrasound image with the meaning of its two axes (PS3.3 C.8.5.5): one image may hold tissue in cm beside
 * a Doppler trace in cm/s over seconds, and nothing is measured from one into the other.
 *
 * @param area where it lies, its border pixels with it; its spacing is present only where both axes are lengths
 * @param format how its data lies in space (0018,6012)
 * @param across what a step of one column to the right means
 * @param down what a step of one row downwards means
 */
public record UltrasoundRegion(ImageSpacing.Region area, SpatialFormat format, Axis across, Axis down) {
    private static final double MM_PER_CM = 10;

    /** Region Spatial Format (0018,6012), C.8.5.5.1.1: the number is the place here. */
    public enum SpatialFormat {
        NONE_OR_UNKNOWN,
        TWO_DIMENSIONAL,
        M_MODE,
        SPECTRAL,
        WAVEFORM,
        GRAPHICS;

        private static SpatialFormat of(int number) {
            return number > 0 && number < values().length ? values()[number] : NONE_OR_UNKNOWN;
        }
    }

    /** Physical Units X and Y Direction (0018,6024), (0018,6026), C.8.5.5.1.15: the number is the place here. */
    public enum Unit {
        NONE(""),
        PERCENT("%"),
        DECIBEL("dB"),
        CENTIMETRE("cm"),
        SECOND("s"),
        HERTZ("Hz"),
        DECIBEL_PER_SECOND("dB/s"),
        CENTIMETRE_PER_SECOND("cm/s"),
        SQUARE_CENTIMETRE("cm²"),
        SQUARE_CENTIMETRE_PER_SECOND("cm²/s"),
        CUBIC_CENTIMETRE("cm³"),
        CUBIC_CENTIMETRE_PER_SECOND("cm³/s"),
        DEGREE("°");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** As written beside a number; empty for none. */
        public String symbol() {
            return symbol;
        }

        private static Unit of(int number) {
            return number > 0 && number < values().length ? values()[number] : NONE;
        }
    }

    /**
     * One axis of a region.
     *
     * @param unit what it measures
     * @param delta increment for one pixel to the right or downwards; may be negative; 0 where the file states none
     * @param baseline where a value is known, as the zero line of a Doppler trace; null where the file states none
     */
    public record Axis(Unit unit, double delta, @Nullable Baseline baseline) {
        /** An axis that nothing is known of. */
        public static final Axis UNKNOWN = new Axis(Unit.NONE, 0, null);

        public Axis {
            if (!Double.isFinite(delta)) {
                throw new IllegalArgumentException("physical delta must be finite: " + delta);
            }
        }

        /** Whether distances along the axis can be told. */
        public boolean isCalibrated() {
            return unit != Unit.NONE && delta != 0;
        }

        /** Distance of two coordinates in {@link #unit()}, ≥ 0; empty without calibration. */
        public OptionalDouble distance(double from, double to) {
            return isCalibrated() ? OptionalDouble.of(Math.abs((to - from) * delta)) : OptionalDouble.empty();
        }

        /** Value at image coordinate {@code at}, as a velocity; empty where the file states no reference pixel. */
        public OptionalDouble value(double at) {
            Baseline known = baseline;
            return known == null || !isCalibrated()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(known.value() + (at - known.at()) * delta);
        }
    }

    /**
     * A place on an axis whose value is known.
     *
     * @param at image coordinate (column or row); may lie outside of the region
     * @param value in the unit of the axis
     */
    public record Baseline(double at, double value) {}

    /**
     * The region to measure in between {@code points}: the only one that holds all of them, or, of several that overlap, the
     * first when their axes agree. Empty across regions, outside of all, and where overlapping ones disagree.
     */
    // [impl->req~image.region-spacing~1]
    public static Optional<UltrasoundRegion> holding(List<UltrasoundRegion> regions, ImagePoint... points) {
        List<UltrasoundRegion> holders = regions.stream()
                .filter(region -> !region.saysNothing() && Arrays.stream(points).allMatch(region.area::contains))
                .toList();
        boolean doAgree = holders.stream().allMatch(region -> region.hasAxesOf(holders.get(0)));
        return doAgree ? holders.stream().findFirst() : Optional.empty();
    }

    /** Of no spatial format and without units (C.8.5.5.1.1, .15): the frame that some scanners put around the others. */
    public boolean saysNothing() {
        return format == SpatialFormat.NONE_OR_UNKNOWN && across.unit() == Unit.NONE && down.unit() == Unit.NONE;
    }

    private boolean hasAxesOf(UltrasoundRegion other) {
        return across.equals(other.across) && down.equals(other.down);
    }

    /** The region of an item of Sequence of Ultrasound Regions; empty without usable bounds, since it then has no place. */
    static Optional<UltrasoundRegion> of(Attributes item) {
        Optional<Integer> left = item.integer(Tag.RegionLocationMinX0);
        Optional<Integer> top = item.integer(Tag.RegionLocationMinY0);
        Optional<Integer> right = item.integer(Tag.RegionLocationMaxX1);
        Optional<Integer> bottom = item.integer(Tag.RegionLocationMaxY1);
        if (left.isEmpty() || top.isEmpty() || right.isEmpty() || bottom.isEmpty()) {
            return Optional.empty();
        }
        Axis across = axis(item, AxisTags.ACROSS, left.orElseThrow());
        Axis down = axis(item, AxisTags.DOWN, top.orElseThrow());
        ImageSpacing.Region area = new ImageSpacing.Region(
                left.orElseThrow(),
                top.orElseThrow(),
                right.orElseThrow(),
                bottom.orElseThrow(),
                spacing(across, down));
        SpatialFormat format =
                SpatialFormat.of(item.integer(Tag.RegionSpatialFormat).orElse(0));
        return Optional.of(new UltrasoundRegion(area, format, across, down));
    }

    /** The reference pixel is counted from the top left of its region (C.8.5.5). */
    private static Axis axis(Attributes item, AxisTags tags, int first) {
        Unit unit = Unit.of(item.integer(tags.unit).orElse(0));
        double delta = item.number(tags.delta).filter(Double::isFinite).orElse(0.0);
        Optional<Integer> pixel = item.integer(tags.referencePixel);
        Optional<Double> value = item.number(tags.referenceValue).filter(Double::isFinite);
        boolean isReferred = pixel.isPresent() && value.isPresent();
        Baseline baseline = isReferred ? new Baseline(first + (double) pixel.orElseThrow(), value.orElseThrow()) : null;
        return new Axis(unit, delta, baseline);
    }

    private static Optional<PixelSpacing> spacing(Axis across, Axis down) {
        boolean areLengths = across.unit() == Unit.CENTIMETRE && down.unit() == Unit.CENTIMETRE;
        return areLengths && across.isCalibrated() && down.isCalibrated()
                ? Optional.of(
                        new PixelSpacing(Math.abs(down.delta()) * MM_PER_CM, Math.abs(across.delta()) * MM_PER_CM))
                : Optional.empty();
    }

    private enum AxisTags {
        ACROSS(Tag.PhysicalUnitsXDirection, Tag.PhysicalDeltaX, Tag.ReferencePixelX0, Tag.ReferencePixelPhysicalValueX),
        DOWN(Tag.PhysicalUnitsYDirection, Tag.PhysicalDeltaY, Tag.ReferencePixelY0, Tag.ReferencePixelPhysicalValueY);

        private final int unit;
        private final int delta;
        private final int referencePixel;
        private final int referenceValue;

        AxisTags(int unit, int delta, int referencePixel, int referenceValue) {
            this.unit = unit;
            this.delta = delta;
            this.referencePixel = referencePixel;
            this.referenceValue = referenceValue;
        }
    }
}
