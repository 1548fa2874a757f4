package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

// [utest->req~image.plane-cut~1]
class PlaneCutTest {
    private static final double EXACT = 1e-9;
    private static final Vector3 X = new Vector3(1, 0, 0);
    private static final Vector3 Y = new Vector3(0, 1, 0);
    private static final Vector3 FEET = new Vector3(0, 0, -1);

    /** A sagittal scout of 100 × 100 pixels of 2 mm: columns along +y from y = −99, rows to the feet from z = 99. */
    private static final SlicePlane SAGITTAL = new SlicePlane(new Vector3(0, -99, 99), Y, FEET, new PixelSpacing(2, 2));

    @Test
    void anAxialSliceIsALevelLineOnASagittalScout() {
        // 200 × 100 pixels of 0.5 mm around (0, 0, 20): columns from x = −50, rows from y = −24.75 to +24.75.
        SlicePlane axial = new SlicePlane(new Vector3(-50, -24.75, 20), X, Y, new PixelSpacing(0.5, 0.5));

        PlaneCut cut = PlaneCut.of(SAGITTAL, axial, 100, 201).orElseThrow();

        // z = 20 is row (99 − 20) / 2; y from −25 to +25, edges of pixels, are columns (y + 99) / 2.
        assertEquals(39.5, cut.from().row(), EXACT);
        assertEquals(39.5, cut.to().row(), EXACT);
        assertEquals(37, Math.min(cut.from().column(), cut.to().column()), EXACT);
        assertEquals(62, Math.max(cut.from().column(), cut.to().column()), EXACT);
    }

    @Test
    void anObliqueSliceIsASlantedLine() {
        double half = Math.sqrt(0.5);
        SlicePlane oblique = new SlicePlane(
                new Vector3(-10, -10 * half, 10 * half), X, new Vector3(0, half, -half), new PixelSpacing(1, 1));

        PlaneCut cut = PlaneCut.of(SAGITTAL, oblique, 21, 21).orElseThrow();

        // From (y, z) = (−10.5, +10.5)·√½ to (+10.5, −10.5)·√½.
        PlaneCut upwards = cut.from().column() < cut.to().column() ? cut : new PlaneCut(cut.to(), cut.from());
        assertEquals((99 - 10.5 * half) / 2, upwards.from().column(), EXACT);
        assertEquals((99 - 10.5 * half) / 2, upwards.from().row(), EXACT);
        assertEquals((99 + 10.5 * half) / 2, upwards.to().column(), EXACT);
        assertEquals((99 + 10.5 * half) / 2, upwards.to().row(), EXACT);
    }

    @Test
    void parallelPlanesAndSlicesBesideTheImageLeaveNoLine() {
        SlicePlane parallel = new SlicePlane(new Vector3(5, -99, 99), Y, FEET, new PixelSpacing(2, 2));
        SlicePlane beside = new SlicePlane(new Vector3(10, 0, 20), X, Y, new PixelSpacing(1, 1));

        assertTrue(PlaneCut.of(SAGITTAL, parallel, 100, 100).isEmpty());
        assertTrue(PlaneCut.of(SAGITTAL, beside, 50, 50).isEmpty());
    }

    @Test
    void aSliceWhoseEdgeLiesOnThePlaneStillHasItsLine() {
        SlicePlane axial = new SlicePlane(new Vector3(0.5, 0, 20), X, Y, new PixelSpacing(1, 1));

        PlaneCut cut = PlaneCut.of(SAGITTAL, axial, 10, 10).orElseThrow();

        assertEquals(5, Math.abs(cut.to().column() - cut.from().column()), EXACT);
    }
}
