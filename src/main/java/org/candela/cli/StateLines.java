package org.candela.cli;

import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.DisplayShutter;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.GraphicObject;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.dicom.object.presentation.TextObject;
import org.candela.image.PresentationLut;

/** A presentation state in words, a line a fact. */
final class StateLines {
    private final List<String> lines = new ArrayList<>();

    private StateLines() {}

    static List<String> of(PresentationState state) {
        StateLines lines = new StateLines();
        lines.label(state.label());
        lines.references(state.references());
        if (state.label().kind() == PresentationState.Kind.GRAYSCALE) {
            lines.greys(state.greys());
        }
        lines.view(state.view());
        state.shutter().ifPresent(lines::shutter);
        lines.graphics(state.graphics());
        state.warnings().forEach(warning -> lines.lines.add("not applied: " + warning));
        return lines.lines;
    }

    private void label(PresentationState.Label label) {
        lines.add("label: " + label.name());
        if (!label.description().isEmpty()) {
            lines.add("description: " + label.description());
        }
        if (!label.creator().isEmpty()) {
            lines.add("creator: " + label.creator());
        }
        label.created().ifPresent(moment -> lines.add("created: " + moment));
    }

    private void references(List<SeriesReference> references) {
        for (SeriesReference series : references) {
            lines.add("applies to " + series.objects().size() + " of series " + series.seriesInstanceUid());
            series.objects().forEach(object -> lines.add("  " + said(object)));
        }
    }

    private void greys(StateGreys greys) {
        if (greys.modality() instanceof StateGreys.Linear linear) {
            lines.add("modality: " + linear.rescale().slope() + " · x + "
                    + linear.rescale().intercept() + " " + linear.rescale().unit());
        } else if (greys.modality() instanceof StateGreys.Table table) {
            lines.add("modality: a table to " + table.table().bits() + " bits, " + table.unit());
        }
        for (StateGreys.SoftcopyVoi voi : greys.voi()) {
            voi.alternatives().forEach(one -> lines.add("VOI: " + ObjectLines.said(one) + said(voi.scope())));
        }
        lines.add("presentation: "
                + (greys.presentation() instanceof PresentationLut.Shape shape ? shape.name() : "a table"));
    }

    private void view(PresentationState.View view) {
        lines.add("rotation: " + 90 * view.spatial().quarterTurns() + " degrees clockwise"
                + (view.spatial().isFlipped() ? ", then flipped left to right" : ""));
        for (DisplayedArea area : view.areas()) {
            lines.add("area: columns " + (area.rectangle().left() + 1) + " to "
                    + (area.rectangle().right() + 1) + ", rows "
                    + (area.rectangle().top() + 1) + " to "
                    + (area.rectangle().bottom() + 1) + ", " + said(area.size()) + said(area.scope()));
        }
    }

    private static String said(DisplayedArea.Size size) {
        if (size instanceof DisplayedArea.Magnify magnify) {
            return "magnified by " + magnify.ratio();
        }
        return size instanceof DisplayedArea.TrueSize ? "true size" : "scaled to fit";
    }

    private void shutter(DisplayShutter shutter) {
        List<String> shapes = new ArrayList<>();
        shutter.rectangle().ifPresent(shape -> shapes.add("rectangle"));
        shutter.circle().ifPresent(shape -> shapes.add("circle"));
        if (!shutter.polygon().isEmpty()) {
            shapes.add("polygon");
        }
        shutter.bitmap().ifPresent(shape -> shapes.add("bitmap"));
        lines.add("shutter: " + String.join(", ", shapes));
    }

    private void graphics(PresentationState.Graphics graphics) {
        graphics.layers()
                .forEach(layer -> lines.add("layer " + layer.order() + ": " + layer.name()
                        + layer.color()
                                .map(color -> ", " + ObjectLines.hex(color.argb()))
                                .orElse("")));
        graphics.overlays()
                .forEach(overlay -> lines.add(
                        "overlay: group " + Integer.toHexString(overlay.group()) + " in layer " + overlay.layer()));
        for (GraphicAnnotation annotation : graphics.annotations()) {
            String where = " in layer " + annotation.layer() + said(annotation.scope());
            for (TextObject text : annotation.texts()) {
                lines.add("text: " + text.text().replaceAll("\\s+", " ") + where);
            }
            for (GraphicObject graphic : annotation.graphics()) {
                lines.add("graphic: " + graphic.shape() + " of "
                        + graphic.points().size() + " points" + where);
            }
        }
    }

    private static String said(Scope scope) {
        return scope.references().isEmpty() ? "" : ", on " + scope.references().size() + " of them";
    }

    private static String said(ObjectReference object) {
        String frames = object.frames().isEmpty() ? "" : ", frames " + object.frames();
        return object.sopInstanceUid() + frames;
    }
}
