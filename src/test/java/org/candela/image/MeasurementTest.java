package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~image.length-spacing~1]
class MeasurementTest {
    private static final ImagePoint ORIGIN = new ImagePoint(0, 0);
    private static final double EXACT = 1e-12;

    @Test
    void nonSquarePixelsUseEachSpacingOnItsOwnAxis() {
        ImageSpacing spacing = new ImageSpacing.Known(new PixelSpacing(2, 0.5), ImageSpacing.Source.PATIENT);

        assertEquals(20, length(new ImagePoint(0, 10), spacing).value(), EXACT);
        assertEquals(5, length(new ImagePoint(10, 0), spacing).value(), EXACT);
        assertEquals(25, length(new ImagePoint(30, 10), spacing).value(), EXACT);
    }

    @Test
    void withoutSpacingTheUnitIsPixelsAndSaysSo() {
        Measurement measured = length(new ImagePoint(3, 4), ImageSpacing.UNKNOWN);

        assertEquals("5.0 px (no spacing in the file)", measured.text());
        assertFalse(measured.isPhysical());
    }

    @ParameterizedTest
    @EnumSource(ImageSpacing.Source.class)
    void everySourceOfSpacingIsNamedBesideTheNumber(ImageSpacing.Source source) {
        ImageSpacing spacing = new ImageSpacing.Known(new PixelSpacing(1, 1), source);

        assertEquals(
                "5.0 " + source.label(), length(new ImagePoint(3, 4), spacing).text());
    }

    // [utest->req~image.region-spacing~1]
    @Test
    void anUltrasoundIsMeasuredWithinOneRegionAndInPixelsAcrossTwo() {
        ImageSpacing regions = new ImageSpacing.Regions(List.of(
                new ImageSpacing.Region(0, 0, 9, 9, Optional.of(new PixelSpacing(0.5, 0.5))),
                new ImageSpacing.Region(10, 0, 19, 9, Optional.of(new PixelSpacing(2, 2)))));

        Measurement within = Measurement.length(new ImagePoint(0, 0), new ImagePoint(8, 0), regions);
        Measurement across = Measurement.length(new ImagePoint(8, 0), new ImagePoint(12, 0), regions);

        assertEquals("4.0 mm (ultrasound region)", within.text());
        assertFalse(across.isPhysical());
        assertEquals("4.0 px (not within one calibrated region)", across.text());
    }

    private static Measurement length(ImagePoint to, ImageSpacing spacing) {
        return Measurement.length(ORIGIN, to, spacing);
    }
}
