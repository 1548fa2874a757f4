package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.stream.DoubleStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;
import org.candela.dicom.object.presentation.PresentationState.Graphics;

/** Graphic layers, annotations and activated overlays (PS3.3 C.10.5, C.10.7, C.11.7). */
final class AnnotationWriter {
    private AnnotationWriter() {}

    static void write(Graphics graphics, Attributes target) {
        if (!graphics.layers().isEmpty()) {
            target.setItems(
                    StateTag.GraphicLayerSequence,
                    graphics.layers().stream().map(AnnotationWriter::item).toList());
        }
        if (!graphics.annotations().isEmpty()) {
            target.setItems(
                    StateTag.GraphicAnnotationSequence,
                    graphics.annotations().stream().map(AnnotationWriter::item).toList());
        }
        for (OverlayActivation activation : graphics.overlays()) {
            int offset = (activation.group() - 0x6000) << 16;
            target.set(StateTag.OverlayActivationLayer + offset, VR.CS, activation.layer());
            activation.own().ifPresent(plane -> StateOverlays.write(plane, activation.group(), target));
        }
    }

    private static Attributes item(GraphicLayer layer) {
        Attributes item = new Attributes()
                .set(StateTag.GraphicLayer, VR.CS, layer.name())
                .setNumbers(StateTag.GraphicLayerOrder, VR.IS, layer.order());
        layer.grey()
                .ifPresent(grey -> item.setNumbers(StateTag.GraphicLayerRecommendedDisplayGrayscaleValue, VR.US, grey));
        layer.color().ifPresent(color -> color.putInto(item, StateTag.GraphicLayerRecommendedDisplayCIELabValue));
        if (!layer.description().isEmpty()) {
            item.set(StateTag.GraphicLayerDescription, VR.LO, layer.description());
        }
        return item;
    }

    private static Attributes item(GraphicAnnotation annotation) {
        Attributes item = PresentationStateWriter.scoped(annotation.scope())
                .set(StateTag.GraphicLayer, VR.CS, annotation.layer());
        if (!annotation.texts().isEmpty()) {
            item.setItems(
                    StateTag.TextObjectSequence,
                    annotation.texts().stream().map(AnnotationWriter::item).toList());
        }
        if (!annotation.graphics().isEmpty()) {
            item.setItems(
                    StateTag.GraphicObjectSequence,
                    annotation.graphics().stream().map(AnnotationWriter::item).toList());
        }
        return item;
    }

    private static Attributes item(TextObject text) {
        Attributes item = new Attributes().set(StateTag.UnformattedTextValue, VR.ST, text.text());
        text.box().ifPresent(box -> {
            setPoints(item, StateTag.BoundingBoxTopLeftHandCorner, List.of(box.topLeft()));
            setPoints(item, StateTag.BoundingBoxBottomRightHandCorner, List.of(box.bottomRight()));
            item.set(
                            StateTag.BoundingBoxAnnotationUnits,
                            VR.CS,
                            box.topLeft().units().name())
                    .set(
                            StateTag.BoundingBoxTextHorizontalJustification,
                            VR.CS,
                            box.justification().name());
        });
        text.anchor().ifPresent(anchor -> {
            setPoints(item, StateTag.AnchorPoint, List.of(anchor.point()));
            item.set(
                            StateTag.AnchorPointAnnotationUnits,
                            VR.CS,
                            anchor.point().units().name())
                    .set(StateTag.AnchorPointVisibility, VR.CS, anchor.isLineShown() ? "Y" : "N");
        });
        return item;
    }

    private static Attributes item(GraphicObject graphic) {
        Attributes item = new Attributes()
                .set(
                        StateTag.GraphicAnnotationUnits,
                        VR.CS,
                        graphic.points().get(0).units().name())
                .setNumbers(StateTag.GraphicDimensions, VR.US, 2)
                .setNumbers(
                        StateTag.NumberOfGraphicPoints, VR.US, graphic.points().size())
                .set(StateTag.GraphicType, VR.CS, graphic.shape().name());
        setPoints(item, StateTag.GraphicData, graphic.points());
        if (graphic.isClosed()) { // type 1C: for closed graphics
            item.set(StateTag.GraphicFilled, VR.CS, graphic.fill() == GraphicObject.Fill.FILLED ? "Y" : "N");
        }
        graphic.style().ifPresent(style -> item.setItems(StateTag.LineStyleSequence, List.of(LineStyles.item(style))));
        return item;
    }

    private static void setPoints(Attributes item, int tag, List<AnnotationPoint> points) {
        item.setNumbers(
                tag,
                VR.FL,
                points.stream()
                        .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()))
                        .toArray());
    }
}
