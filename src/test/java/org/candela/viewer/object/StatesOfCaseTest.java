package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.AnnotationPoint;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.GraphicLayer;
import org.candela.dicom.object.presentation.GraphicObject;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.dicom.object.presentation.TextObject;
import org.candela.dicom.object.presentation.Units;
import org.candela.dicom.object.structured.ReportSamples;
import org.candela.image.ImagePoint;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StateGraphics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.state-graphics~1]
class StatesOfCaseTest {
    private static final Attributes IMAGE = ObjectFiles.image("1.2.3.4.1.1");

    @TempDir
    private Path folder;

    @Test
    void theKeyGoesOverTheGraphicsAndTheWholeOfEachStateToNone() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            admit(room, state("FIRST", SpatialTransform.NONE));
            admit(room, state("SECOND", SpatialTransform.NONE));
            room.open();
            Viewport viewport = room.session.activeViewport();
            Appearance before = viewport.appearance();
            assertEquals(2, room.session.beside().statesFor(viewport).size());
            assertTrue(room.session.beside().graphicsOn(viewport).isEmpty());

            List<String> seen = List.of(next(room), next(room), next(room), next(room), next(room));

            assertEquals(
                    List.of("FIRST", "FIRST", "SECOND", "SECOND"),
                    seen.subList(0, 4).stream().sorted().toList());
            assertEquals("none", seen.get(4));
            assertEquals(before, viewport.appearance());
        }
    }

    @Test
    void aStateDrawsOnNoOtherImageThanItsOwn() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            admit(room, state("FIRST", SpatialTransform.NONE));
            room.open();
            Viewport viewport = room.session.activeViewport();
            next(room);
            assertEquals(1, room.session.beside().graphicsOn(viewport).lines().size());

            viewport.scrollTo(1);

            assertTrue(room.session.beside().graphicsOn(viewport).isEmpty());
            assertEquals(List.of(), room.session.beside().statesFor(viewport));
            viewport.scrollTo(0);
            assertEquals(1, room.session.beside().graphicsOn(viewport).lines().size());
        }
    }

    @Test
    void pointsLieInTheImageAsStoredWhicheverWayTheStateTurnedIt() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            admit(room, state("TURNED", new SpatialTransform(2, false)));
            room.open();
            next(room);

            StateGraphics graphics = room.session.beside().graphicsOn(room.session.activeViewport());

            assertEquals(
                    List.of(new ImagePoint(1, 1), new ImagePoint(4, 2)),
                    graphics.lines().get(0).points());
            // Of 8 columns and 6 rows, turned by half: what is a quarter from the left and the top is so from the
            // others.
            assertEquals(
                    List.of(new ImagePoint(5.5, 4)), graphics.texts().get(0).box());
            assertEquals(0, graphics.leftOut());
        }
    }

    // [utest->req~viewer.measurements-shown~1]
    @Test
    void aMeasurementReportDrawsItsLinesAndNumbersOnTheImageItMeasured() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            room.admit(ObjectRoom.file(ReportSamples.measured(List.of(IMAGE)), folder.resolve("measured.dcm")));
            room.open();
            assertEquals("Imaging Measurement Report", next(room));

            StateGraphics graphics = room.session.beside().graphicsOn(room.session.activeViewport());

            assertEquals(
                    List.of(new ImagePoint(1, 1), new ImagePoint(4, 5)),
                    graphics.lines().get(0).points());
            assertEquals("Nodule 1\nLength: 12.5 mm", graphics.texts().get(0).text());
            room.session.activeViewport().scrollTo(1);
            assertTrue(room.session
                    .beside()
                    .graphicsOn(room.session.activeViewport())
                    .isEmpty());
        }
    }

    private static String next(ObjectRoom room) {
        new ViewerActions(room.session).run(ViewerAction.NEXT_STATE);
        return room.session
                .beside()
                .stateOn(room.session.activeViewport())
                .map(SentState::label)
                .map(SentState.Label::name)
                .orElse("none");
    }

    private void admit(ObjectRoom room, PresentationState state) throws Exception {
        Attributes written = PresentationStateWriter.write(state, IMAGE, ObjectHeader.Place.inNewSeries(901));
        room.admit(ObjectRoom.file(written, folder.resolve(state.label().name() + ".dcm")));
    }

    private static PresentationState state(String name, SpatialTransform spatial) {
        GraphicObject line = GraphicObject.onImage(
                GraphicObject.Shape.POLYLINE,
                List.of(new ImagePoint(1, 1), new ImagePoint(4, 2)),
                GraphicObject.Fill.OUTLINE);
        TextObject text = new TextObject(
                "nodule",
                Optional.empty(),
                Optional.of(new TextObject.Anchor(new AnnotationPoint(0.25, 0.25, Units.DISPLAY), false)));
        return new PresentationState(
                PresentationState.Label.ofNew(name, "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(IMAGE)),
                StateGreys.NONE,
                new PresentationState.View(spatial, List.of(DisplayedArea.wholeOf(IMAGE, Scope.ALL))),
                Optional.empty(),
                new PresentationState.Graphics(
                        List.of(new GraphicLayer("MARKS", 1, "", OptionalInt.empty(), Optional.empty())),
                        List.of(new GraphicAnnotation(Scope.ALL, "MARKS", List.of(text), List.of(line))),
                        List.of()),
                List.of());
    }
}
