package org.candela.viewer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.waveform.Waveform;
import org.candela.dicom.object.waveform.WaveformReader;
import org.candela.dicom.object.waveform.WaveformSamples;
import org.candela.image.RasterArgb;
import org.junit.jupiter.api.Test;

// [utest->req~document.curves~1]
class CurveReadingTest {
    private static final int PAPER = 0xFF101316;

    @Test
    void aSecondIs25MillimetresAndAMillivolt10() throws Exception {
        CurveReading reading = beats();
        CurveSheet sheet = reading.sheet(reading.view(1200, 900, 4));

        assertEquals(25 * 4, sheet.x(3) - sheet.x(2), 1e-9);
        assertEquals(10 * 4, sheet.y(0, 0) - sheet.y(0, 1000), 1e-9, "1000 µV upwards");
        assertEquals(2, sheet.seconds(sheet.x(2)), 1e-9);
        assertEquals(1, sheet.rowAt(sheet.baseY(1)));
    }

    @Test
    void theScaleGoesThroughThoseOfElectrocardiography() throws Exception {
        CurveReading reading = beats();
        assertEquals(new CurveScale(25, 10), reading.scale());
        reading.take(DocumentStep.SCALE);
        assertEquals(new CurveScale(50, 10), reading.scale());
        CurveSheet sheet = reading.sheet(reading.view(1200, 900, 4));
        assertEquals(50 * 4, sheet.x(3) - sheet.x(2), 1e-9);
    }

    @Test
    void aCalliperByKeysTellsTimeRateAndDifference() throws Exception {
        CurveReading reading = beats();
        reading.sheet(reading.view(1200, 900, 4));
        assertTrue(reading.take(DocumentStep.ENTER));
        assertEquals(Optional.empty(), reading.span());
        double placed = reading.calliper().orElseThrow().from();
        reading.take(DocumentStep.ENTER);
        for (int i = 0; i < 20; i++) {
            reading.take(DocumentStep.PAGE_FORWARD);
        }
        reading.take(DocumentStep.RIGHT);

        CurveReading.Span span = reading.span().orElseThrow();
        assertEquals(802, span.milliseconds(), 1e-6);
        assertEquals(60_000 / 802.0, span.perMinute().getAsDouble(), 1e-9);
        assertEquals("I", span.lead());
        assertEquals(placed, reading.calliper().orElseThrow().from());
        reading.take(DocumentStep.BACK);
        assertEquals(Optional.empty(), reading.calliper());
        assertFalse(reading.take(DocumentStep.BACK), "the second Esc leaves the document");
    }

    @Test
    void theDifferenceIsThatOfTheCurveAtBothMoments() throws Exception {
        CurveReading reading = beats();

        reading.measure(0, 0.2, 0.5);
        assertEquals(1, reading.span().orElseThrow().difference().getAsDouble(), 1e-9, "200 units of 5 µV");
        assertEquals("mV", reading.span().orElseThrow().unit());
        reading.measure(1, 0.2, 0.5);
        assertEquals(-0.6, reading.span().orElseThrow().difference().getAsDouble(), 1e-9);
        reading.measure(2, 0.2, 0.5);
        assertEquals(OptionalDouble.empty(), reading.span().orElseThrow().difference());
        reading.measure(0, -3, 99);
        assertEquals(10_000, reading.span().orElseThrow().milliseconds(), 1e-6, "held to the recording");
    }

    @Test
    void aCurveWithoutAUnitIsNotDrawn() throws Exception {
        Attributes unitless = WaveformSamples.object(
                WaveformSamples.group("SS", 16, WaveformSamples.words(new int[2000]), WaveformSamples.unitless("I")));
        Attributes stated = WaveformSamples.object(
                WaveformSamples.group("SS", 16, WaveformSamples.words(new int[2000]), WaveformSamples.lead("I", 5)));

        assertTrue(brightAlongBaseline(unitless, "") < 2);
        assertTrue(brightAlongBaseline(stated, "") > 300);
    }

    @Test
    void aCurveOfAnotherUnitHasAScaleOfItsOwnOfRoundNumbers() throws Exception {
        int[] pressure = new int[1000];
        for (int i = 0; i < pressure.length; i++) {
            pressure[i] = i % 100;
        }
        Waveform waveform = WaveformReader.read(WaveformSamples.object(WaveformSamples.group(
                "SS", 16, WaveformSamples.words(pressure), WaveformSamples.lead("P", 1.2, "mm[Hg]"))));

        CurveRow row = CurveRow.of(waveform.groups().get(0), 0, new CurveScale(25, 10));

        assertEquals(0.1, row.perUnit(), 1e-12, "118.8 mm Hg within 12 mm: 10 a millimetre");
        assertEquals(59.4, row.zero(), 1e-9);
        assertFalse(row.isVoltage());
        assertEquals("mm[Hg]", row.shownUnit());
    }

    @Test
    void aPeakNarrowerThanAPixelIsDrawnToItsHeight() throws Exception {
        CurveReading reading = beats();
        CurveView view = reading.view(400, 300, 1.0);
        CurveSheet sheet = reading.sheet(view);
        RasterArgb drawn = reading.draw(view, "").get();

        int x = (int) Math.floor(sheet.x(0.5));
        int top = (int) Math.round(sheet.y(0, 1000));
        int brightest = 0;
        for (int dx = -1; dx <= 1; dx++) {
            brightest = Math.max(brightest, drawn.pixels()[(top + 1) * 400 + x + dx] & 0xFF);
        }
        assertTrue(brightest > 100, "at the peak: " + brightest);
    }

    private static int brightAlongBaseline(Attributes object, String words) throws Exception {
        CurveReading reading = new CurveReading(WaveformReader.read(object), Runnable::run);
        CurveView view = reading.view(600, 200, 4);
        CurveSheet sheet = reading.sheet(view);
        RasterArgb drawn = reading.draw(view, words).get();
        int y = (int) Math.round(sheet.baseY(0));
        int bright = 0;
        for (int x = 100; x < 600; x++) {
            int above = drawn.pixels()[(y - 1) * 600 + x] & 0xFF;
            int on = drawn.pixels()[y * 600 + x] & 0xFF;
            bright += Math.max(above, on) > 120 ? 1 : 0;
        }
        assertEquals(PAPER, drawn.pixels()[0]);
        return bright;
    }

    private static CurveReading beats() throws Exception {
        return new CurveReading(WaveformReader.read(WaveformSamples.beats()), Runnable::run);
    }
}
