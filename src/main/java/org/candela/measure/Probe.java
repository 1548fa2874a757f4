package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.Frame;
import org.candela.image.ImagePoint;

/** The values of the pixel under a point. */
final class Probe {
    private Probe() {}

    static Reading at(ImagePoint point, ValueField values) {
        int row = (int) Math.round(point.row());
        int column = (int) Math.round(point.column());
        if (row < 0 || column < 0 || row >= values.rows() || column >= values.columns()) {
            return new Reading(List.of(), List.of(Reading.Remark.OUTSIDE));
        }
        return values.isGrayscale() ? grey(values, row, column) : colour(values.frame(), row, column);
    }

    private static Reading grey(ValueField values, int row, int column) {
        int stored = values.frame().value(row, column);
        List<Magnitude> raw = values.areOfFile() ? List.of(number(Quantity.STORED_VALUE, stored)) : List.of();
        if (values.padding().contains(stored)) {
            return new Reading(raw, List.of(Reading.Remark.PADDING));
        }
        double value = values.rescale().apply(stored);
        List<Magnitude> all = new ArrayList<>();
        all.add(new Magnitude(Quantity.MODALITY_VALUE, value, values.unit(), ""));
        values.asUptake()
                .ifPresent(uptake ->
                        all.add(new Magnitude(Quantity.UPTAKE, uptake.rescale().apply(stored), uptake.unit(), "")));
        all.addAll(raw);
        return new Reading(all, List.of());
    }

    private static Reading colour(Frame frame, int row, int column) {
        int first = (row * frame.layout().columns() + column) * frame.layout().samplesPerPixel();
        return new Reading(
                List.of(
                        number(Quantity.FIRST_SAMPLE, frame.value(first)),
                        number(Quantity.SECOND_SAMPLE, frame.value(first + 1)),
                        number(Quantity.THIRD_SAMPLE, frame.value(first + 2))),
                List.of());
    }

    private static Magnitude number(Quantity quantity, double value) {
        return new Magnitude(quantity, value, "", "");
    }
}
