package org.candela.viewer.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.measure.Figure;
import org.candela.measure.Reading;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.marks-in-patient~1]
class MarkedFrameTest {
    private static final MarkedFrame OWN = Frames.axial(1, 30);
    private static final Figure LINE = Frames.line(2, 3, 12, 3);
    private static final Mark MARK = mark(OWN, LINE);

    @Test
    void aMarkIsShownOnItsOwnFrame() {
        assertEquals(LINE, OWN.figure(MARK).orElseThrow());
        assertTrue(OWN.isOwn(MARK));
    }

    @Test
    void aMarkIsShownOnAParallelSliceOfAnotherSeriesThatLiesThere() {
        SlicePlane finer = new SlicePlane(
                new Vector3(10, 20, 30.9), new Vector3(1, 0, 0), new Vector3(0, 1, 0), new PixelSpacing(0.25, 0.25));
        MarkedFrame other = Frames.in(5, Frames.SPACE, finer, 2);

        assertEquals(Frames.line(4, 6, 24, 6), other.figure(MARK).orElseThrow());
        assertFalse(other.isOwn(MARK));
    }

    @Test
    void theNextSliceDoesNotShowIt() {
        assertEquals(Optional.empty(), Frames.axial(2, 32).figure(MARK));
        assertEquals(Optional.empty(), Frames.axial(2, 31.1).figure(MARK));
        assertTrue(Frames.axial(2, 31).figure(MARK).isPresent(), "half a step away");
    }

    @Test
    void whereTheStepIsUnknownHalfAMillimetreIsTheLimit() {
        assertTrue(Frames.in(2, Frames.SPACE, Frames.axialPlane(30.4), 0)
                .figure(MARK)
                .isPresent());
        assertTrue(Frames.in(2, Frames.SPACE, Frames.axialPlane(30.6), 0)
                .figure(MARK)
                .isEmpty());
    }

    @Test
    void anotherFrameOfReferenceShowsNothingOfItHoweverNearItSeems() {
        assertEquals(
                Optional.empty(),
                Frames.in(2, new Uid("1.2.8"), Frames.axialPlane(30), 2).figure(MARK));
    }

    @Test
    void aPlaneThatIsNotParallelShowsNothingOfIt() {
        SlicePlane coronal = new SlicePlane(
                new Vector3(10, 21.5, 30), new Vector3(1, 0, 0), new Vector3(0, 0, -1), new PixelSpacing(0.5, 0.5));

        assertEquals(Optional.empty(), Frames.in(2, Frames.SPACE, coronal, 2).figure(MARK));
    }

    @Test
    void aParallelPlaneSeenFromTheOtherSideShowsItMirrored() {
        SlicePlane fromAbove = new SlicePlane(
                new Vector3(20, 20, 30), new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new PixelSpacing(0.5, 0.5));

        assertEquals(
                Frames.line(18, 3, 8, 3),
                Frames.in(2, Frames.SPACE, fromAbove, 2).figure(MARK).orElseThrow());
    }

    @Test
    void withoutAPlaceInThePatientAMarkBelongsToItsImageAlone() {
        MarkedFrame projection = Frames.projection();
        Mark mark = mark(projection, LINE);

        assertEquals(LINE, projection.figure(mark).orElseThrow());
        assertEquals(Optional.empty(), OWN.figure(mark));
    }

    @Test
    void withoutANamedFrameOfReferenceAMarkIsShownOnItsOwnFrameOnly() {
        Reference.InPatient named = (Reference.InPatient) MARK.reference();
        Mark unnamed = MARK.elsewhere(
                new Reference.InPatient(named.frame(), Optional.empty(), named.points()), Reading.NONE, Instant.EPOCH);

        assertEquals(LINE, OWN.figure(unnamed).orElseThrow());
        assertEquals(Optional.empty(), Frames.axial(2, 30).figure(unnamed));
    }

    private static Mark mark(MarkedFrame frame, Figure figure) {
        return new Mark(
                new Uid("2.25.1"),
                frame.seriesUid(),
                figure.kind(),
                frame.reference(figure),
                "",
                new ImagePoint(0, 0),
                Reading.NONE,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
