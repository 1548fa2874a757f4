package org.candela.viewer.measured;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.Measurement;
import org.candela.dicom.object.structured.MeasurementGroup;
import org.candela.dicom.object.structured.Region;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.measure.Magnitude;
import org.candela.measure.Quantity;
import org.candela.viewer.mark.Mark;

/**
 * Marks as measurement groups: an area as TID 1410 with its outline, everything else as TID 1501, where each number has the
 * points it was measured on. Pure.
 *
 * <p>What has no unit that a report knows is left out, and the comment says so; nothing is ever called a millimetre that was
 * counted in pixels.
 */
// [impl->req~viewer.measurements-written~1]
final class MarkGroups {
    private final Mark mark;
    private final Figure figure;
    private final Frame frame;
    private final Set<String> words = new LinkedHashSet<>();

    /**
     * The frame a mark was drawn on.
     *
     * @param aspect height of a pixel over its width
     * @param regions where a shape of the figure lies, with its image
     */
    record Frame(String modality, double aspect, Function<MarkShapes.Shape, Region> regions) {}

    MarkGroups(Mark mark, Figure figure, Frame frame) {
        this.mark = mark;
        this.figure = figure;
        this.frame = frame;
    }

    /** The group of a mark called {@code name}; empty for one that measures nothing that can be written. */
    Optional<MeasurementGroup> group(String name) {
        List<Measurement> measurements = new ArrayList<>();
        for (Magnitude magnitude : mark.reading().magnitudes()) {
            measurement(magnitude).ifPresent(measurements::add);
        }
        mark.reading().remarks().forEach(remark -> words.add(said(remark.name())));
        if (measurements.isEmpty()) {
            return Optional.empty();
        }
        List<Region> outline =
                figure.kind().isArea() ? List.of(frame.regions().apply(MarkShapes.whole(figure))) : List.of();
        if (!mark.text().isBlank()) {
            words.add(mark.text().strip());
        }
        return Optional.of(new MeasurementGroup(
                new MeasurementGroup.Tracking(name, Optional.of(mark.id())),
                Optional.empty(),
                Optional.empty(),
                String.join("; ", words),
                outline,
                measurements));
    }

    private Optional<Measurement> measurement(Magnitude magnitude) {
        Quantity quantity = magnitude.quantity();
        if (isOfTheScreen(quantity)) {
            return Optional.empty();
        }
        if (quantity == Quantity.PIXELS || quantity == Quantity.PADDING_PIXELS) {
            words.add(said(quantity.name()) + " " + (long) magnitude.value());
            return Optional.empty();
        }
        Optional<Code> derivation = MeasuredConcepts.derivation(quantity);
        boolean isIntensity =
                derivation.isPresent() || quantity == Quantity.MODALITY_VALUE || quantity == Quantity.UPTAKE;
        Optional<Code> name = isIntensity
                ? Optional.of(MeasuredConcepts.intensity(magnitude.unit(), frame.modality()))
                : name(quantity);
        Optional<Code> unit = MeasuredConcepts.unit(magnitude.unit(), quantity);
        if (name.isEmpty() || unit.isEmpty()) {
            words.add(said(quantity.name()) + " not written: in " + magnitude.unit());
            return Optional.empty();
        }
        if (!magnitude.reservation().isEmpty()) {
            words.add(name.orElseThrow().meaning() + ": " + magnitude.reservation());
        }
        return Optional.of(new Measurement(
                name.orElseThrow(),
                magnitude.value(),
                unit.orElseThrow(),
                derivation,
                MeasuredConcepts.method(quantity),
                figure.kind().isArea() ? List.of() : sources(quantity)));
    }

    private Optional<Code> name(Quantity quantity) {
        boolean isPath = quantity == Quantity.LENGTH && figure.kind() == FigureKind.POLYLINE;
        return isPath ? Optional.of(Concepts.PATH_LENGTH) : MeasuredConcepts.name(quantity);
    }

    /** Of two axes each is measured on its own two points, of two lines on both. */
    private List<Region> sources(Quantity quantity) {
        return switch (figure.kind()) {
            case BIDIRECTIONAL -> List.of(frame.regions().apply(MarkShapes.line(figure, axis(quantity))));
            case COBB, OPEN_ANGLE ->
                List.of(
                        frame.regions().apply(MarkShapes.line(figure, 0)),
                        frame.regions().apply(MarkShapes.line(figure, 2)));
            default -> List.of(frame.regions().apply(MarkShapes.whole(figure)));
        };
    }

    /** Where the axis begins among the points: the reader may have drawn the short one first, and pixels need not be square. */
    private int axis(Quantity quantity) {
        boolean isFirstLong = length(0) >= length(2);
        return isFirstLong == (quantity == Quantity.LONG_AXIS) ? 0 : 2;
    }

    private double length(int first) {
        double columns = figure.points().get(first + 1).column()
                - figure.points().get(first).column();
        double rows = figure.points().get(first + 1).row()
                - figure.points().get(first).row();
        return Math.hypot(columns, rows * frame.aspect());
    }

    /** What belongs to the screen or the storage, and the angle that completes another one to 180°. */
    private static boolean isOfTheScreen(Quantity quantity) {
        return switch (quantity) {
            case STORED_VALUE,
                    PRESENTATION_VALUE,
                    FIRST_SAMPLE,
                    SECOND_SAMPLE,
                    THIRD_SAMPLE,
                    OBTUSE_ANGLE,
                    OTHER_ANGLE -> true;
            default -> false;
        };
    }

    private static String said(String constant) {
        String words = constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
