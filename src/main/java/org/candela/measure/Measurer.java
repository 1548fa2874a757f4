package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.Measurement;

/** Measures figures on one frame. Immutable; safe from any thread. */
public final class Measurer {
    private static final double RIGHT_ANGLE = 90;
    private static final double STRAIGHT = 180;

    private final ImageSpacing spacing;
    private final double aspect;
    private final ValueField values;
    private final List<AxisRegion> regions;

    /**
     * What a frame is measured with.
     *
     * @param spacing size of a pixel and how it is known
     * @param aspect height of a pixel over its width, also where its size is unknown
     */
    public Measurer(ImageSpacing spacing, double aspect, ValueField values) {
        this(spacing, aspect, values, List.of());
    }

    /** The same, of an image with regions whose axes need not be lengths. */
    public Measurer(ImageSpacing spacing, double aspect, ValueField values, List<AxisRegion> regions) {
        this.spacing = spacing;
        this.aspect = aspect;
        this.values = values;
        this.regions = List.copyOf(regions);
    }

    /** What {@code figure} measures here. Of a probe only what does not depend on how the image is shown. */
    public Reading read(Figure figure) {
        return trace(figure).map(region -> overTime(figure, region)).orElseGet(() -> plain(figure));
    }

    /** The region that a figure lies in, where its axes are not both lengths. */
    private Optional<AxisRegion> trace(Figure figure) {
        return AxisRegion.holding(regions, figure.points()).filter(region -> !region.isOfLengths());
    }

    /** Of a trace only differences along its axes, and values, mean anything. */
    private Reading overTime(Figure figure, AxisRegion region) {
        return switch (figure.kind()) {
            case LENGTH ->
                new Reading(
                        region.differences(
                                figure.points().get(0), figure.points().get(1)),
                        List.of());
            case PROBE, TEXT, ARROW -> plain(figure);
            default -> new Reading(List.of(), List.of(Reading.Remark.NOT_LENGTHS));
        };
    }

    private Reading plain(Figure figure) {
        return switch (figure.kind()) {
            case TEXT, ARROW -> Reading.NONE;
            case PROBE -> Probe.at(figure.points().get(0), values);
            case ELLIPSE, RECTANGLE, OBLIQUE_RECTANGLE, CIRCLE, POLYGON, FREEHAND, SPLINE -> area(figure);
            case CARDIOTHORACIC -> cardiothoracic(figure.points());
            default -> new Reading(lines(figure), List.of());
        };
    }

    /** The length that a report may take over: of lines the only one, of two axes the longer. */
    public Optional<Measurement> length(Figure figure) {
        if (trace(figure).isPresent()) {
            return Optional.empty();
        }
        Scale scale = scale(figure.points());
        ImageSpacing valid = Scale.over(spacing, figure.points());
        return switch (figure.kind()) {
            case LENGTH, POLYLINE, PERPENDICULAR, PARALLEL, BIDIRECTIONAL ->
                lines(figure, scale).stream().findFirst().map(first -> new Measurement(first.value(), valid));
            default -> Optional.empty();
        };
    }

    private Scale scale(List<ImagePoint> points) {
        return Scale.of(spacing, aspect, points);
    }

    private List<Magnitude> lines(Figure figure) {
        return lines(figure, scale(figure.points()));
    }

    // [impl->req~measure.lines~1]
    private static List<Magnitude> lines(Figure figure, Scale scale) {
        List<ImagePoint> points = figure.points();
        return switch (figure.kind()) {
            case LENGTH, POLYLINE -> List.of(scale.length(Quantity.LENGTH, path(points, scale)));
            case PERPENDICULAR, PARALLEL -> List.of(scale.length(Quantity.DISTANCE, fromLine(points, scale)));
            case BIDIRECTIONAL -> axes(points, scale);
            case ANGLE -> List.of(degrees(Quantity.ANGLE, angle(points, scale)));
            case COBB -> cobb(points, scale);
            case OPEN_ANGLE -> between(points, scale);
            case FOUR_POINT_ANGLE -> between(Figure.middles(points), scale);
            default -> List.of();
        };
    }

    /** Sum of the distances of neighbours. */
    private static double path(List<ImagePoint> points, Scale scale) {
        return IntStream.range(1, points.size())
                .mapToDouble(i -> scale.distance(points.get(i - 1), points.get(i)))
                .sum();
    }

    /** {@code |a × b| / |a|} with a along the line and b from it to the point. */
    private static double fromLine(List<ImagePoint> points, Scale scale) {
        Planar line = scale.vector(points.get(0), points.get(1));
        Planar toPoint = scale.vector(points.get(0), points.get(2));
        return line.length() == 0 ? toPoint.length() : Math.abs(line.cross(toPoint)) / line.length();
    }

    private static List<Magnitude> axes(List<ImagePoint> points, Scale scale) {
        double one = scale.distance(points.get(0), points.get(1));
        double other = scale.distance(points.get(2), points.get(3));
        return List.of(
                scale.length(Quantity.LONG_AXIS, Math.max(one, other)),
                scale.length(Quantity.SHORT_AXIS, Math.min(one, other)));
    }

    private static double angle(List<ImagePoint> points, Scale scale) {
        ImagePoint vertex = points.get(1);
        return Planar.angleDegrees(scale.direction(vertex, points.get(0)), scale.direction(vertex, points.get(2)));
    }

    /** Of two lines, whichever way each was drawn: the acute angle, and the obtuse one that completes it to 180°. */
    private static List<Magnitude> cobb(List<ImagePoint> points, Scale scale) {
        double angle = Planar.angleDegrees(
                scale.direction(points.get(0), points.get(1)), scale.direction(points.get(2), points.get(3)));
        double acute = angle > RIGHT_ANGLE ? STRAIGHT - angle : angle;
        return List.of(degrees(Quantity.ACUTE_ANGLE, acute), degrees(Quantity.OBTUSE_ANGLE, STRAIGHT - acute));
    }

    /** Of two lines as they were drawn, from first to second point: their angle, and the one that completes it to 180°. */
    private static List<Magnitude> between(List<ImagePoint> points, Scale scale) {
        double angle = Planar.angleDegrees(
                scale.direction(points.get(0), points.get(1)), scale.direction(points.get(2), points.get(3)));
        return List.of(degrees(Quantity.ANGLE, angle), degrees(Quantity.OTHER_ANGLE, STRAIGHT - angle));
    }

    private static Magnitude degrees(Quantity quantity, double value) {
        return new Magnitude(quantity, value, "°", "");
    }

    /** Widths across the midline; heart = |first − second| measured to opposite sides, chest = inner border to border. */
    // [impl->req~measure.cardiothoracic~1]
    private Reading cardiothoracic(List<ImagePoint> points) {
        Scale scale = scale(points);
        Planar midline = scale.vector(points.get(0), points.get(1));
        if (midline.length() == 0) {
            return Reading.NONE;
        }
        double[] across = IntStream.range(2, points.size())
                .mapToDouble(i -> midline.cross(scale.vector(points.get(0), points.get(i))) / midline.length())
                .toArray();
        double thorax = Math.abs(across[2] - across[3]);
        List<Magnitude> widths = new ArrayList<>(List.of(
                scale.length(Quantity.HEART_FIRST, Math.abs(across[0])),
                scale.length(Quantity.HEART_SECOND, Math.abs(across[1])),
                scale.length(Quantity.THORAX, thorax)));
        if (across[0] * across[1] > 0) {
            return new Reading(widths, List.of(Reading.Remark.ONE_SIDE_OF_MIDLINE));
        }
        if (thorax > 0) {
            widths.add(0, new Magnitude(Quantity.RATIO, Math.abs(across[0] - across[1]) / thorax, "", ""));
        }
        return new Reading(widths, List.of());
    }

    // [impl->req~measure.areas~1]
    private Reading area(Figure figure) {
        Area area = Area.of(figure);
        if (area.crossesItself()) {
            return new Reading(List.of(), List.of(Reading.Remark.CROSSES_ITSELF));
        }
        Scale scale = scale(area.outline());
        List<Magnitude> magnitudes = new ArrayList<>();
        magnitudes.add(scale.area(area.size()));
        if (figure.kind() == FigureKind.CIRCLE) {
            List<ImagePoint> ends = figure.points();
            magnitudes.add(scale.length(Quantity.DIAMETER, scale.distance(ends.get(0), ends.get(1))));
        }
        if (!values.isGrayscale()) {
            return new Reading(magnitudes, List.of(Reading.Remark.COLOUR));
        }
        Optional<RegionStatistics> found = RegionStatistics.of(area, values);
        values.asUptake()
                .flatMap(uptake ->
                        RegionStatistics.of(area, uptake).map(statistics -> values(statistics, uptake.unit())))
                .ifPresent(uptakes -> magnitudes.addAll(0, uptakes));
        found.ifPresent(statistics -> magnitudes.addAll(0, magnitudes(statistics)));
        return new Reading(magnitudes, found.isPresent() ? List.of() : List.of(Reading.Remark.NO_PIXELS));
    }

    private List<Magnitude> magnitudes(RegionStatistics statistics) {
        List<Magnitude> all = new ArrayList<>();
        all.addAll(values(statistics, values.unit()));
        all.add(new Magnitude(Quantity.PIXELS, statistics.count(), "", ""));
        if (statistics.padding() > 0) {
            all.add(new Magnitude(Quantity.PADDING_PIXELS, statistics.padding(), "", ""));
        }
        return all;
    }

    private static List<Magnitude> values(RegionStatistics statistics, String unit) {
        List<Magnitude> all = new ArrayList<>();
        all.add(new Magnitude(Quantity.MEAN, statistics.mean(), unit, ""));
        if (statistics.count() > 1) {
            all.add(new Magnitude(Quantity.STANDARD_DEVIATION, statistics.standardDeviation(), unit, ""));
        }
        all.add(new Magnitude(Quantity.MINIMUM, statistics.minimum(), unit, ""));
        all.add(new Magnitude(Quantity.MAXIMUM, statistics.maximum(), unit, ""));
        return all;
    }
}
