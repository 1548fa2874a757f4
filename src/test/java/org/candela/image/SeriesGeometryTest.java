package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~image.slice-steps~1]
class SeriesGeometryTest {
    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 BACK = new Vector3(0, 1, 0);
    private static final Vector3 UP = new Vector3(0, 0, 1);

    @Test
    void slicesAreOrderedByPositionWhateverTheirNumbers() {
        SeriesGeometry geometry = SeriesGeometry.of(List.of(axial(0, 10), axial(0, -5), axial(0, 0), axial(0, 5)));

        assertEquals(List.of(1, 2, 3, 0), geometry.order());
        assertEquals(5, geometry.steps().stepMm());
        assertTrue(geometry.steps().isEven());
        assertFalse(geometry.hasMixedOrientations());
        assertEquals(SliceAlignment.STRAIGHT, geometry.alignment());
    }

    @Test
    void aMissingSliceIsAGapAndARepeatedOneIsNone() {
        SliceSteps steps = SliceSteps.of(List.of(0.0, 2.0, 2.001, 4.0, 8.0, 10.0));

        assertEquals(2, steps.stepMm(), 0.01);
        assertEquals(List.of(new SliceSteps.Gap(3, 4)), steps.gaps());
        assertEquals(List.of(2), steps.repeated());
        assertFalse(steps.isEven());
    }

    // [utest->req~image.slice-passes~1]
    @Test
    void slicesAtOnePlaceArePassesAndAGapIsToldInEach() {
        SlicePasses passes = SlicePasses.of(List.of(0.0, 0.001, 2.0, 2.0, 8.0, 8.0));

        assertTrue(passes.isRegular());
        assertEquals(List.of(0, 2, 4, 1, 3, 5), passes.inOrder());
        assertFalse(SlicePasses.of(List.of(0.0, 0.0, 2.0)).isRegular());
        assertEquals(
                List.of(new SliceSteps.Gap(1, 6), new SliceSteps.Gap(4, 6)),
                SliceSteps.ofPasses(List.of(List.of(0.0, 2.0, 8.0), List.of(0.0, 2.0, 8.0)))
                        .gaps());
    }

    @Test
    void ofThreeSlicesTheWiderStepIsTheGap() {
        assertEquals(
                List.of(new SliceSteps.Gap(1, 9)),
                SliceSteps.of(List.of(0.0, 3.0, 12.0)).gaps());
        assertEquals(SliceSteps.NONE, SliceSteps.of(List.of(4.0)));
    }

    @Test
    void unevenRoundingOfPositionsIsNoGap() {
        assertTrue(SliceSteps.of(List.of(0.0, 0.6, 1.3, 1.9, 2.5, 3.2)).isEven());
    }

    @Test
    void aTiltedGantryMovesTheSlicesSideways() {
        double shift = 10 * Math.tan(Math.toRadians(18.5));

        SeriesGeometry geometry = SeriesGeometry.of(List.of(axial(0, 0), axial(shift, 10)));

        assertEquals(18.5, geometry.alignment().tiltDegrees(), 1e-9);
        assertEquals(10, geometry.steps().stepMm(), 1e-9);
    }

    /** Positions are written with few digits, and a scanner may centre each image anew. */
    @Test
    void aShiftOfLessThanHalfAPixelIsNoTiltAndAnUnevenOneNeither() {
        SeriesGeometry rounded = SeriesGeometry.of(List.of(axial(0, 0), axial(0.2, 1), axial(0.4, 2)));
        SeriesGeometry uneven = SeriesGeometry.of(List.of(axial(0, 0), axial(7, 10), axial(8, 20), axial(0, 30)));

        assertEquals(SliceAlignment.STRAIGHT, rounded.alignment());
        assertEquals(new SliceAlignment(0, true, false), uneven.alignment());
    }

    @Test
    void planesThatAreNotParallelKeepTheirOrderAndAreTold() {
        SeriesGeometry.Slice coronal = slice(new SlicePlane(new Vector3(0, 3, 0), LEFT, UP, new PixelSpacing(1, 1)));

        SeriesGeometry geometry = SeriesGeometry.of(List.of(axial(0, 9), coronal, axial(0, 1)));

        assertTrue(geometry.hasMixedOrientations());
        assertEquals(List.of(0, 1, 2), geometry.order());
        assertEquals(SliceSteps.NONE, geometry.steps());
    }

    @Test
    void anotherMatrixOrSpacingIsAnotherSize() {
        SeriesGeometry.Slice finer = slice(new SlicePlane(new Vector3(0, 0, 1), LEFT, BACK, new PixelSpacing(1, 0.9)));

        assertTrue(SeriesGeometry.of(List.of(axial(0, 0), finer)).alignment().hasMixedSizes());
        assertTrue(SeriesGeometry.of(List.of(
                        axial(0, 0), new SeriesGeometry.Slice(axial(0, 1).plane(), 4, 9)))
                .alignment()
                .hasMixedSizes());
    }

    private static SeriesGeometry.Slice axial(double y, double z) {
        return slice(new SlicePlane(new Vector3(0, y, z), LEFT, BACK, new PixelSpacing(1, 1)));
    }

    private static SeriesGeometry.Slice slice(SlicePlane plane) {
        return new SeriesGeometry.Slice(plane, 4, 4);
    }
}
