package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.report.LinkedMeasurement.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.measured-change~1]
class MeasuredChangeTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    @Test
    void growthAndShrinkageAreWrittenInLengthAndPerCent() {
        MeasuredChange grown =
                MeasuredChange.of(length(12.4), length(10.1), DAY).orElseThrow();

        assertEquals("12.4 mm (previously 10.1 mm on 2025-03-04, +2.3 mm, +23 %)", grown.words());
        assertEquals("10.1 mm", grown.before().of(grown.words()));
        assertEquals(
                "8.0 mm (previously 10.0 mm on 2025-03-04, -2.0 mm, -20 %)",
                MeasuredChange.of(length(8), length(10), DAY).orElseThrow().words());
    }

    @Test
    void lengthsOfDifferentKindsAreNotCompared() {
        LinkedMeasurement atDetector = new LinkedMeasurement(10, Unit.DETECTOR_MILLIMETRE, ReportSamples.IMAGE, 0);

        assertEquals(Optional.empty(), MeasuredChange.of(length(12), atDetector, DAY));
    }

    // [utest->req~report.marks~1]
    @ParameterizedTest
    @CsvSource({
        "12.4 mm, '', true",
        "12 mm, '', true",
        "1.24 cm, '', true",
        "12, mm, true",
        "12, '', false",
        "14 mm, '', false",
        "12.4 cm, '', false",
        "12.4 px, '', false",
        "some, mm, false"
    })
    void aTextSaysAMeasurementWithinHalfAMillimetreInItsUnit(String written, String unit, boolean isSaid) {
        assertEquals(isSaid, length(12.4).isSaidBy(written, unit));
    }

    @Test
    void pixelsAreSaidInPixelsAlone() {
        LinkedMeasurement pixels = new LinkedMeasurement(12.4, Unit.PIXEL, ReportSamples.IMAGE, 0);

        assertTrue(pixels.isSaidBy("12.4 px", ""));
        assertFalse(pixels.isSaidBy("12.4 mm", ""));
    }

    private static LinkedMeasurement length(double millimetres) {
        return new LinkedMeasurement(millimetres, Unit.MILLIMETRE, ReportSamples.IMAGE, 41);
    }
}
