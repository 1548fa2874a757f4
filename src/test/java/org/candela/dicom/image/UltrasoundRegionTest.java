package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.UltrasoundRegion.SpatialFormat;
import org.candela.dicom.image.UltrasoundRegion.Unit;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;
import org.junit.jupiter.api.Test;

// [utest->req~image.region-spacing~1]
class UltrasoundRegionTest {
    /** Tissue in columns 0 to 99, a spectral trace in columns 100 to 199 whose zero line is 20 rows below its top at 40. */
    private static final UltrasoundRegion TISSUE = read(tissue(0, 0, 99, 99));

    private static final UltrasoundRegion TRACE = read(trace());

    @Test
    void aTraceIsReadInItsOwnUnitsFromItsZeroLine() {
        assertEquals(SpatialFormat.SPECTRAL, TRACE.format());
        assertEquals(Unit.SECOND, TRACE.across().unit());
        assertEquals("cm/s", TRACE.down().unit().symbol());
        assertEquals(Optional.empty(), TRACE.area().spacing());
        // 10 columns of 0.005 s; the zero line is row 40 + 20, ten rows above it are 10 · 1.5 cm/s
        assertEquals(0.05, TRACE.across().distance(120, 110).orElseThrow(), 1e-12);
        assertEquals(15, TRACE.down().value(50).orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), TRACE.across().value(110));
    }

    @Test
    void tissueHasASpacingInMillimetresWithItsRowsFirst() {
        assertEquals(Optional.of(new PixelSpacing(0.2, 0.1)), TISSUE.area().spacing());
    }

    @Test
    void nothingIsMeasuredAcrossRegionsOrOutsideOfAll() {
        List<UltrasoundRegion> both = List.of(TISSUE, TRACE);

        assertEquals(Optional.of(TISSUE), holding(both, new ImagePoint(0, 0), new ImagePoint(99, 99)));
        assertEquals(Optional.of(TRACE), holding(both, new ImagePoint(100, 40), new ImagePoint(150, 60)));
        assertEquals(Optional.empty(), holding(both, new ImagePoint(98, 50), new ImagePoint(101, 50)));
        assertEquals(Optional.empty(), holding(both, new ImagePoint(300, 300), new ImagePoint(301, 301)));
    }

    @Test
    void overlappingRegionsMeasureOnlyWhereTheyAgree() {
        UltrasoundRegion inset = read(tissue(10, 10, 20, 20));
        UltrasoundRegion enlarged = read(tissue(10, 10, 20, 20).setNumbers(Tag.PhysicalDeltaX, VR.FD, 0.005));
        ImagePoint from = new ImagePoint(12, 12);
        ImagePoint to = new ImagePoint(15, 15);

        assertEquals(Optional.of(TISSUE), holding(List.of(TISSUE, inset), from, to));
        assertEquals(Optional.empty(), holding(List.of(TISSUE, enlarged), from, to));
    }

    @Test
    void numbersThatTheStandardDoesNotDefineAreUnknown() {
        Attributes odd = tissue(0, 0, 9, 9)
                .setNumbers(Tag.RegionSpatialFormat, VR.US, 77)
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, 13)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, 65535);

        assertTrue(read(odd).saysNothing());
        assertEquals(OptionalDouble.empty(), read(odd).across().distance(0, 1));
    }

    private static Optional<UltrasoundRegion> holding(List<UltrasoundRegion> regions, ImagePoint from, ImagePoint to) {
        return UltrasoundRegion.holding(regions, from, to);
    }

    private static UltrasoundRegion read(Attributes item) {
        return UltrasoundRegion.of(item).orElseThrow();
    }

    private static Attributes tissue(int left, int top, int right, int bottom) {
        return bounded(left, top, right, bottom)
                .setNumbers(Tag.RegionSpatialFormat, VR.US, 1)
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, 3)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, 3)
                .setNumbers(Tag.PhysicalDeltaX, VR.FD, 0.01)
                .setNumbers(Tag.PhysicalDeltaY, VR.FD, 0.02);
    }

    private static Attributes trace() {
        return bounded(100, 40, 199, 99)
                .setNumbers(Tag.RegionSpatialFormat, VR.US, 3)
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, 4)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, 7)
                .setNumbers(Tag.PhysicalDeltaX, VR.FD, 0.005)
                .setNumbers(Tag.PhysicalDeltaY, VR.FD, -1.5)
                .setNumbers(Tag.ReferencePixelY0, VR.SL, 20)
                .setNumbers(Tag.ReferencePixelPhysicalValueY, VR.FD, 0);
    }

    private static Attributes bounded(int left, int top, int right, int bottom) {
        return new Attributes()
                .setNumbers(Tag.RegionLocationMinX0, VR.UL, left)
                .setNumbers(Tag.RegionLocationMinY0, VR.UL, top)
                .setNumbers(Tag.RegionLocationMaxX1, VR.UL, right)
                .setNumbers(Tag.RegionLocationMaxY1, VR.UL, bottom);
    }
}
