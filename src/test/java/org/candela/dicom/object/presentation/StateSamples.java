package org.candela.dicom.object.presentation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.DisplayColor;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.PresentationState.Graphics;
import org.candela.dicom.object.presentation.PresentationState.Label;
import org.candela.dicom.object.presentation.PresentationState.View;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;

/** Presentation states for tests. */
public final class StateSamples {
    public static final Attributes FIRST = ObjectFiles.frames("1.2.3.4.1.1");
    static final Attributes SECOND = ObjectFiles.frames("1.2.3.4.1.2");
    public static final Uid FIRST_UID = new Uid("1.2.3.4.1.1");
    static final Uid SECOND_UID = new Uid("1.2.3.4.1.2");
    public static final ObjectHeader.Place PLACE = ObjectHeader.Place.inNewSeries(901);

    private StateSamples() {}

    /** A state for both images with something in every part. */
    public static PresentationState full() {
        return new PresentationState(
                Label.ofNew("MARKS", "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(FIRST, SECOND)),
                greys(),
                new View(new SpatialTransform(1, true), areas()),
                Optional.of(shutter()),
                new Graphics(layers(), annotations(), List.of(new OverlayActivation(0x6002, "TEXT"))),
                List.of());
    }

    /** The plainest state for the first image that is turned and windowed. */
    static PresentationState turned(SpatialTransform spatial, DisplayedArea area, StateGreys greys) {
        return new PresentationState(
                Label.ofNew("TURNED", "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(FIRST)),
                greys,
                new View(spatial, List.of(area)),
                Optional.empty(),
                new Graphics(List.of(), List.of(), List.of()),
                List.of());
    }

    static Scope of(Attributes image) {
        return new Scope(List.of(ObjectHeader.reference(image)));
    }

    private static StateGreys greys() {
        return new StateGreys(
                new StateGreys.Linear(new Rescale(2, -100, "HU")),
                List.of(
                        new StateGreys.SoftcopyVoi(of(FIRST), List.of(VoiWindow.linear(40, 400))),
                        new StateGreys.SoftcopyVoi(
                                of(SECOND), List.of(new VoiWindow(0.5, 8, VoiWindow.Function.SIGMOID)))),
                PresentationLut.Shape.INVERSE);
    }

    private static List<DisplayedArea> areas() {
        return List.of(
                new DisplayedArea(
                        of(FIRST),
                        new PixelRectangle(1, 2, 6, 5),
                        new DisplayedArea.TrueSize(),
                        new DisplayedArea.Spacing(new PixelSpacing(0.5, 0.25))),
                new DisplayedArea(
                        of(SECOND),
                        new PixelRectangle(-2, 0, 9, 5),
                        new DisplayedArea.Magnify(2.5),
                        new DisplayedArea.Ratio(4, 3)));
    }

    private static DisplayShutter shutter() {
        return new DisplayShutter(
                Optional.of(new PixelRectangle(1, 1, 6, 4)),
                Optional.of(new DisplayShutter.Circle(new ImagePoint(4, 3), 3)),
                List.of(new ImagePoint(0, 0), new ImagePoint(7, 0), new ImagePoint(7, 5)),
                Optional.empty(),
                257,
                Optional.empty());
    }

    private static List<GraphicLayer> layers() {
        return List.of(
                new GraphicLayer("SHAPES", 1, "drawn", OptionalInt.of(65535), Optional.empty()),
                new GraphicLayer("TEXT", 2, "", OptionalInt.empty(), Optional.of(DisplayColor.ofArgb(0xFFFF0000))));
    }

    private static List<GraphicAnnotation> annotations() {
        Optional<GraphicObject.LineStyle> style =
                Optional.of(new GraphicObject.LineStyle(DisplayColor.ofArgb(0xFF00FF00), 2));
        ObjectReference secondFrame =
                new ObjectReference(ObjectHeader.reference(SECOND).sopClassUid(), SECOND_UID, List.of(1));
        return List.of(
                new GraphicAnnotation(
                        of(FIRST),
                        "TEXT",
                        List.of(new TextObject(
                                "5 mm\r\nZoë",
                                Optional.of(new TextObject.Box(
                                        at(Units.DISPLAY, 0.5, 0.25),
                                        at(Units.DISPLAY, 0.75, 0.5),
                                        TextObject.Justification.RIGHT)),
                                Optional.of(new TextObject.Anchor(at(Units.PIXEL, 2.5, 3.5), true)))),
                        List.of()),
                new GraphicAnnotation(
                        new Scope(List.of(secondFrame)),
                        "SHAPES",
                        List.of(),
                        List.of(
                                graphic(GraphicObject.Shape.POINT, GraphicObject.Fill.OUTLINE, 1, 1),
                                graphic(GraphicObject.Shape.POLYLINE, GraphicObject.Fill.OUTLINE, 0, 0, 4, 0, 4, 2),
                                graphic(GraphicObject.Shape.CIRCLE, GraphicObject.Fill.FILLED, 4, 3, 6, 3),
                                graphic(
                                        GraphicObject.Shape.ELLIPSE,
                                        GraphicObject.Fill.OUTLINE,
                                        1,
                                        3,
                                        7,
                                        3,
                                        4,
                                        2,
                                        4,
                                        4),
                                new GraphicObject(
                                        GraphicObject.Shape.INTERPOLATED,
                                        List.of(
                                                at(Units.DISPLAY, 0, 0),
                                                at(Units.DISPLAY, 0.5, 1),
                                                at(Units.DISPLAY, 1, 0)),
                                        GraphicObject.Fill.OUTLINE,
                                        style))));
    }

    static AnnotationPoint at(Units units, double x, double y) {
        return new AnnotationPoint(x, y, units);
    }

    static GraphicObject graphic(GraphicObject.Shape shape, GraphicObject.Fill fill, double... numbers) {
        List<AnnotationPoint> points = new java.util.ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(at(Units.PIXEL, numbers[i], numbers[i + 1]));
        }
        return new GraphicObject(shape, points, fill, Optional.empty());
    }
}
