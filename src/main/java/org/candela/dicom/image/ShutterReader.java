package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.DisplayLut;
import org.candela.image.ImagePoint;
import org.candela.image.Shutter;

/** The display shutter that an image brings with it (PS3.3 C.7.6.11), or a frame (C.7.6.16.2.16). Edges count from 1. */
final class ShutterReader {
    static final String LEFT_OUT = "a display shutter cannot be read, not applied";
    private static final int LEAST_CORNERS = 3;

    private final Attributes group;
    private final double pixelAspect;
    private final List<String> warnings;

    ShutterReader(FunctionalGroups groups, double pixelAspect, List<String> warnings) {
        this.group = groups.group(Tag.FrameDisplayShutterSequence);
        this.pixelAspect = pixelAspect;
        this.warnings = warnings;
    }

    // [impl->req~image.shutter~1]
    Shutter read() {
        List<Shutter.Shape> shapes = new ArrayList<>();
        for (String shape : group.strings(Tag.ShutterShape)) {
            shape(shape).ifPresentOrElse(shapes::add, () -> warnings.add(LEFT_OUT));
        }
        int pValue = group.integer(Tag.ShutterPresentationValue)
                .filter(value -> value >= 0 && value <= DisplayLut.MAX_P_VALUE)
                .orElse(0);
        return shapes.isEmpty() ? Shutter.NONE : new Shutter(shapes, pValue);
    }

    private Optional<Shutter.Shape> shape(String term) {
        return switch (term) {
            case "RECTANGULAR" -> rectangle();
            case "CIRCULAR" -> circle();
            case "POLYGONAL" -> polygon();
            default -> Optional.empty();
        };
    }

    private Optional<Shutter.Shape> rectangle() {
        Optional<Integer> left = group.integer(Tag.ShutterLeftVerticalEdge);
        Optional<Integer> right = group.integer(Tag.ShutterRightVerticalEdge);
        Optional<Integer> top = group.integer(Tag.ShutterUpperHorizontalEdge);
        Optional<Integer> bottom = group.integer(Tag.ShutterLowerHorizontalEdge);
        boolean isWhole = left.isPresent() && right.isPresent() && top.isPresent() && bottom.isPresent();
        boolean isOpen =
                isWhole && left.orElseThrow() <= right.orElseThrow() && top.orElseThrow() <= bottom.orElseThrow();
        return isOpen
                ? Optional.of(new Shutter.Rectangle(
                        left.orElseThrow() - 1,
                        top.orElseThrow() - 1,
                        right.orElseThrow() - 1,
                        bottom.orElseThrow() - 1))
                : Optional.empty();
    }

    /** The centre is row\column, the radius counts columns. */
    private Optional<Shutter.Shape> circle() {
        List<Double> center = group.numbers(Tag.CenterOfCircularShutter);
        Optional<Double> radius = group.number(Tag.RadiusOfCircularShutter).filter(value -> value > 0);
        return center.size() == 2
                ? radius.map(value ->
                        new Shutter.Circle(new ImagePoint(center.get(1) - 1, center.get(0) - 1), value, pixelAspect))
                : Optional.empty();
    }

    /** Pairs of row\column. */
    private Optional<Shutter.Shape> polygon() {
        List<Double> numbers = group.numbers(Tag.VerticesOfThePolygonalShutter);
        if (numbers.size() % 2 != 0 || numbers.size() < 2 * LEAST_CORNERS) {
            return Optional.empty();
        }
        List<ImagePoint> corners = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            corners.add(new ImagePoint(numbers.get(i + 1) - 1, numbers.get(i) - 1));
        }
        return Optional.of(new Shutter.Polygon(corners));
    }
}
