package org.candela.dicom.object.presentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.DisplayColor;
import org.candela.dicom.object.LargeValues;
import org.candela.dicom.object.UnsupportedObjectException;

/** Graphic layers and annotations (PS3.3 C.10.5, C.10.7). */
final class AnnotationReader {
    private static final int MOST_POINTS = 1 << 20;
    private static final String GRAPHIC_LEFT_OUT = "a graphic cannot be read, not shown";
    private static final String TEXT_LEFT_OUT = "a text cannot be placed, not shown";

    private final Attributes dataSet;
    private final List<String> warnings;
    private int points;

    AnnotationReader(Attributes dataSet, List<String> warnings) {
        this.dataSet = dataSet;
        this.warnings = warnings;
    }

    List<GraphicLayer> layers() {
        List<GraphicLayer> layers = new ArrayList<>();
        for (Attributes item : dataSet.items(StateTag.GraphicLayerSequence)) {
            Optional<Integer> grey = item.integer(StateTag.GraphicLayerRecommendedDisplayGrayscaleValue);
            layers.add(new GraphicLayer(
                    item.string(StateTag.GraphicLayer).orElse(""),
                    item.integer(StateTag.GraphicLayerOrder).orElse(0),
                    item.string(StateTag.GraphicLayerDescription).orElse(""),
                    grey.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    DisplayColor.in(item, StateTag.GraphicLayerRecommendedDisplayCIELabValue)));
        }
        return layers;
    }

    List<GraphicAnnotation> annotations() throws UnsupportedObjectException {
        List<GraphicAnnotation> annotations = new ArrayList<>();
        for (Attributes item : dataSet.items(StateTag.GraphicAnnotationSequence)) {
            List<TextObject> texts = new ArrayList<>();
            for (Attributes text : item.items(StateTag.TextObjectSequence)) {
                text(text).ifPresentOrElse(texts::add, () -> warnings.add(TEXT_LEFT_OUT));
            }
            List<GraphicObject> graphics = new ArrayList<>();
            for (Attributes graphic : item.items(StateTag.GraphicObjectSequence)) {
                graphic(graphic).ifPresentOrElse(graphics::add, () -> warnings.add(GRAPHIC_LEFT_OUT));
            }
            tellCompounds(item);
            annotations.add(new GraphicAnnotation(
                    PresentationStateReader.scope(item),
                    item.string(StateTag.GraphicLayer).orElse(""),
                    texts,
                    graphics));
        }
        return annotations;
    }

    /** Their writers repeat them as plain graphics and texts of the same number (C.10.5.1.2.4), which are shown. */
    private void tellCompounds(Attributes item) {
        Set<Integer> repeated = new HashSet<>();
        for (int sequence : List.of(StateTag.TextObjectSequence, StateTag.GraphicObjectSequence)) {
            for (Attributes plain : item.items(sequence)) {
                plain.integer(StateTag.CompoundGraphicInstanceID).ifPresent(repeated::add);
            }
        }
        for (Attributes compound : item.items(StateTag.CompoundGraphicSequence)) {
            Optional<Integer> id = compound.integer(StateTag.CompoundGraphicInstanceID);
            if (id.filter(repeated::contains).isEmpty()) {
                warnings.add("a compound graphic without plain ones is not shown");
            }
        }
    }

    private Optional<TextObject> text(Attributes item) {
        Optional<String> text = item.string(StateTag.UnformattedTextValue);
        Optional<TextObject.Box> box = box(item);
        Optional<TextObject.Anchor> anchor = anchor(item);
        return box.isPresent() || anchor.isPresent()
                ? text.map(found -> new TextObject(found, box, anchor))
                : Optional.empty();
    }

    private static Optional<TextObject.Box> box(Attributes item) {
        Optional<Units> units = units(item, StateTag.BoundingBoxAnnotationUnits);
        Optional<AnnotationPoint> topLeft = corner(item, StateTag.BoundingBoxTopLeftHandCorner, units);
        Optional<AnnotationPoint> bottomRight = corner(item, StateTag.BoundingBoxBottomRightHandCorner, units);
        TextObject.Justification justification =
                switch (item.string(StateTag.BoundingBoxTextHorizontalJustification)
                        .orElse("")) {
                    case "CENTER" -> TextObject.Justification.CENTER;
                    case "RIGHT" -> TextObject.Justification.RIGHT;
                    default -> TextObject.Justification.LEFT;
                };
        return topLeft.flatMap(first -> bottomRight.map(last -> new TextObject.Box(first, last, justification)));
    }

    private static Optional<TextObject.Anchor> anchor(Attributes item) {
        boolean isShown =
                item.string(StateTag.AnchorPointVisibility).filter("Y"::equals).isPresent();
        return corner(item, StateTag.AnchorPoint, units(item, StateTag.AnchorPointAnnotationUnits))
                .map(point -> new TextObject.Anchor(point, isShown));
    }

    private static Optional<AnnotationPoint> corner(Attributes item, int tag, Optional<Units> units) {
        List<AnnotationPoint> points = units.map(known -> points(item.numbers(tag), known))
                .filter(found -> found.size() == 1)
                .orElse(List.of());
        return points.stream().findFirst();
    }

    /** MATRIX, of slides, is not known. */
    private static Optional<Units> units(Attributes item, int tag) {
        return switch (item.string(tag).orElse("")) {
            case "PIXEL" -> Optional.of(Units.PIXEL);
            case "DISPLAY" -> Optional.of(Units.DISPLAY);
            default -> Optional.empty();
        };
    }

    private Optional<GraphicObject> graphic(Attributes item) throws UnsupportedObjectException {
        Optional<Units> units = units(item, StateTag.GraphicAnnotationUnits);
        Optional<GraphicObject.Shape> shape =
                shape(item.string(StateTag.GraphicType).orElse(""));
        if (units.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        List<AnnotationPoint> found = points(LargeValues.numbers(item, StateTag.GraphicData), units.orElseThrow());
        points += found.size();
        if (points > MOST_POINTS) {
            throw new UnsupportedObjectException(
                    StateTag.GraphicData, "more than " + MOST_POINTS + " points of graphics");
        }
        GraphicObject.Fill fill =
                item.string(StateTag.GraphicFilled).filter("Y"::equals).isPresent()
                        ? GraphicObject.Fill.FILLED
                        : GraphicObject.Fill.OUTLINE;
        return shape.filter(known -> known.takes(found.size()))
                .map(known -> new GraphicObject(known, found, fill, style(item)));
    }

    private static Optional<GraphicObject.Shape> shape(String name) {
        for (GraphicObject.Shape shape : GraphicObject.Shape.values()) {
            if (shape.name().equals(name)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private static Optional<GraphicObject.LineStyle> style(Attributes graphic) {
        return graphic.item(StateTag.LineStyleSequence)
                .flatMap(item -> DisplayColor.in(item, StateTag.PatternOnColorCIELabValue)
                        .map(color -> new GraphicObject.LineStyle(
                                color,
                                item.number(StateTag.LineThickness)
                                        .filter(width -> width >= 0 && width < Short.MAX_VALUE)
                                        .orElse(1.0))));
    }

    /** Pairs of column\row; none where they are no pairs of finite numbers. */
    private static List<AnnotationPoint> points(List<Double> numbers, Units units) {
        boolean arePairs = numbers.size() % 2 == 0 && numbers.stream().allMatch(Double::isFinite);
        if (!arePairs) {
            return List.of();
        }
        List<AnnotationPoint> points = new ArrayList<>(numbers.size() / 2);
        for (int i = 0; i < numbers.size(); i += 2) {
            points.add(new AnnotationPoint(numbers.get(i), numbers.get(i + 1), units));
        }
        return points;
    }
}
