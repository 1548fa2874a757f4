package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.DisplayColor;
import org.candela.image.ImagePoint;
import org.candela.image.OverlayPlane;

/** The display shutter and the bitmap display shutter of a presentation state (PS3.3 C.7.6.11, C.7.6.15). */
final class ShutterReader {
    private static final int MOST_P_VALUE = 65535;

    private final Attributes dataSet;
    private final List<String> warnings;

    ShutterReader(Attributes dataSet, List<String> warnings) {
        this.dataSet = dataSet;
        this.warnings = warnings;
    }

    Optional<DisplayShutter> read() {
        List<String> shapes = dataSet.strings(StateTag.ShutterShape);
        Optional<PixelRectangle> rectangle = shape(shapes, "RECTANGULAR", rectangle());
        Optional<DisplayShutter.Circle> circle = shape(shapes, "CIRCULAR", circle());
        Optional<List<ImagePoint>> polygon = shape(shapes, "POLYGONAL", polygon());
        Optional<OverlayPlane> bitmap = shape(shapes, "BITMAP", bitmap());
        if (rectangle.isEmpty() && circle.isEmpty() && polygon.isEmpty() && bitmap.isEmpty()) {
            return Optional.empty();
        }
        int pValue = dataSet.integer(StateTag.ShutterPresentationValue)
                .filter(value -> value >= 0 && value <= MOST_P_VALUE)
                .orElse(0);
        return Optional.of(new DisplayShutter(
                rectangle,
                circle,
                polygon.orElse(List.of()),
                bitmap,
                pValue,
                DisplayColor.in(dataSet, StateTag.ShutterPresentationColorCIELabValue)));
    }

    private <T> Optional<T> shape(List<String> shapes, String name, Optional<T> found) {
        if (!shapes.contains(name)) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            warnings.add("a shutter cannot be read, not applied: " + name);
        }
        return found;
    }

    /** Edges are columns and rows from 1. */
    private Optional<PixelRectangle> rectangle() {
        Optional<Integer> left = dataSet.integer(StateTag.ShutterLeftVerticalEdge);
        Optional<Integer> right = dataSet.integer(StateTag.ShutterRightVerticalEdge);
        Optional<Integer> upper = dataSet.integer(StateTag.ShutterUpperHorizontalEdge);
        Optional<Integer> lower = dataSet.integer(StateTag.ShutterLowerHorizontalEdge);
        boolean isWhole = left.isPresent() && right.isPresent() && upper.isPresent() && lower.isPresent();
        if (!isWhole || left.orElseThrow() > right.orElseThrow() || upper.orElseThrow() > lower.orElseThrow()) {
            return Optional.empty();
        }
        return Optional.of(new PixelRectangle(
                left.orElseThrow() - 1, upper.orElseThrow() - 1, right.orElseThrow() - 1, lower.orElseThrow() - 1));
    }

    /** The centre is row\column. */
    private Optional<DisplayShutter.Circle> circle() {
        List<Double> center = dataSet.numbers(StateTag.CenterOfCircularShutter);
        Optional<Double> radius =
                dataSet.number(StateTag.RadiusOfCircularShutter).filter(value -> value > 0 && Double.isFinite(value));
        return center.size() == 2
                ? radius.map(
                        value -> new DisplayShutter.Circle(new ImagePoint(center.get(1) - 1, center.get(0) - 1), value))
                : Optional.empty();
    }

    /** Pairs of row\column. */
    private Optional<List<ImagePoint>> polygon() {
        List<Double> numbers = dataSet.numbers(StateTag.VerticesOfThePolygonalShutter);
        if (numbers.size() < 6 || numbers.size() % 2 != 0) {
            return Optional.empty();
        }
        List<ImagePoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            points.add(new ImagePoint(numbers.get(i + 1) - 1, numbers.get(i) - 1));
        }
        return Optional.of(points);
    }

    private Optional<OverlayPlane> bitmap() {
        int group = dataSet.integer(StateTag.ShutterOverlayGroup).orElse(0);
        return group >= 0x6000 && group <= 0x601E && group % 2 == 0
                ? StateOverlays.plane(dataSet, group)
                : Optional.empty();
    }
}
