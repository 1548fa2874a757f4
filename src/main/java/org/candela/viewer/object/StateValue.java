package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.presentation.AnnotationPoint;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.GraphicObject;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.TextObject;
import org.candela.dicom.object.presentation.Units;
import org.candela.image.ImagePoint;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StateGraphics;
import org.candela.viewer.state.StatePresentation;

/** A presentation state as the viewer sees it. */
record StateValue(PresentationState state) implements SentState {
    @Override
    public Label label() {
        return new Label(
                state.label().name(), state.label().creator(), state.label().created());
    }

    @Override
    public boolean appliesTo(FrameKey frame) {
        return state.appliesTo(frame.sopInstance(), frame.frameIndex() + 1);
    }

    // [impl->req~viewer.state-graphics~1]
    @Override
    public StateGraphics graphicsOn(FrameKey frame) {
        if (!appliesTo(frame)) {
            return StateGraphics.NOTHING;
        }
        Uid image = frame.sopInstance();
        int number = frame.frameIndex() + 1;
        Placing placing =
                new Placing(state.view().areaOf(image, number), state.view().spatial());
        List<StateGraphics.Line> lines = new ArrayList<>();
        List<StateGraphics.Text> texts = new ArrayList<>();
        int parts = 0;
        for (GraphicAnnotation one : state.graphics().annotationsOn(image, number)) {
            parts += one.graphics().size() + one.texts().size();
            one.graphics().forEach(graphic -> placing.line(graphic).ifPresent(lines::add));
            one.texts().forEach(text -> placing.text(text).ifPresent(texts::add));
        }
        return new StateGraphics(lines, texts, parts - lines.size() - texts.size());
    }

    @Override
    public StatePresentation on(FrameKey frame, LoadedFrame loaded) {
        return StateApplication.of(state, frame, loaded);
    }

    /** Where points of the state lie in the image as stored, whichever way it is looked at. */
    private record Placing(Optional<DisplayedArea> area, SpatialTransform spatial) {
        Optional<StateGraphics.Line> line(GraphicObject graphic) {
            return all(graphic.outline()).map(StateGraphics.Line::new);
        }

        Optional<StateGraphics.Text> text(TextObject text) {
            Optional<ImagePoint> anchor =
                    text.anchor().flatMap(one -> all(List.of(one.point()))).map(points -> points.get(0));
            Optional<List<ImagePoint>> box = text.box()
                    .flatMap(one -> all(List.of(one.topLeft(), one.bottomRight())))
                    .or(() -> anchor.map(List::of));
            Optional<ImagePoint> pointsAt = text.anchor()
                    .filter(one -> one.isLineShown() || text.box().isPresent())
                    .flatMap(one -> anchor);
            return box.map(corners -> new StateGraphics.Text(text.text().replace("\r\n", "\n"), corners, pointsAt));
        }

        /** Empty where one cannot be placed. */
        private Optional<List<ImagePoint>> all(List<AnnotationPoint> points) {
            List<ImagePoint> placed = new ArrayList<>();
            for (AnnotationPoint point : points) {
                if (area.isPresent()) {
                    placed.add(point.inImage(area.orElseThrow().rectangle(), spatial));
                } else if (point.units() == Units.PIXEL) {
                    placed.add(new ImagePoint(point.x() - 0.5, point.y() - 0.5));
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(placed);
        }
    }
}
