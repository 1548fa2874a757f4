package org.candela.viewer.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.measure.Magnitude;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;
import org.candela.store.StoreException;

/** How points and readings are written into a column: every digit of a number, points apart by semicolons. */
final class MarkText {
    private static final String FIELD = "\t";
    private static final String REMARK = "remark";
    private static final int MAGNITUDE_FIELDS = 4;

    private MarkText() {}

    static String ofPatientPoints(List<Vector3> points) {
        return points.stream().map(MarkText::ofVector).collect(Collectors.joining(";"));
    }

    static String ofImagePoints(List<ImagePoint> points) {
        return points.stream().map(MarkText::ofPoint).collect(Collectors.joining(";"));
    }

    static String ofVector(Vector3 point) {
        return point.x() + " " + point.y() + " " + point.z();
    }

    static String ofPoint(ImagePoint point) {
        return point.column() + " " + point.row();
    }

    static String ofReading(Reading reading) {
        return Stream.concat(
                        reading.magnitudes().stream().map(MarkText::ofMagnitude),
                        reading.remarks().stream().map(remark -> REMARK + FIELD + remark.name()))
                .collect(Collectors.joining("\n"));
    }

    static List<Vector3> patientPoints(String text) throws StoreException {
        return points(text, 3, numbers -> new Vector3(numbers[0], numbers[1], numbers[2]));
    }

    static List<ImagePoint> imagePoints(String text) throws StoreException {
        return points(text, 2, numbers -> new ImagePoint(numbers[0], numbers[1]));
    }

    static Reading reading(String text) throws StoreException {
        List<Magnitude> magnitudes = new ArrayList<>();
        List<Reading.Remark> remarks = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(FIELD, -1);
            try {
                if (fields.length == MAGNITUDE_FIELDS) {
                    double value = Double.parseDouble(fields[1]);
                    magnitudes.add(new Magnitude(Quantity.valueOf(fields[0]), value, fields[2], fields[3]));
                } else {
                    remarks.add(Reading.Remark.valueOf(fields[1]));
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new StoreException("store.value", "a mark whose reading cannot be read", e);
            }
        }
        return new Reading(magnitudes, remarks);
    }

    private static String ofMagnitude(Magnitude magnitude) {
        return String.join(
                FIELD,
                magnitude.quantity().name(),
                String.valueOf(magnitude.value()),
                magnitude.unit(),
                magnitude.reservation());
    }

    private static <T> List<T> points(String text, int dimensions, Function<double[], T> point) throws StoreException {
        List<T> points = new ArrayList<>();
        try {
            for (String numbers : text.split(";", -1)) {
                double[] values = Stream.of(numbers.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (values.length != dimensions) {
                    throw new StoreException("store.value", "a mark with a point of " + values.length + " numbers");
                }
                points.add(point.apply(values));
            }
        } catch (NumberFormatException e) {
            throw new StoreException("store.value", "a mark whose points are no numbers", e);
        }
        return points;
    }
}
