package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuminanceReadingsTest {
    // [utest->req~calibration.readings~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,1~15,2 | a.csv:1: must name the columns: ddl,luminance",
                "ddl,luminance,lux~0,1,2 | a.csv:1: must name the columns: ddl,luminance",
                "ddl,luminance~0,1~15,2,06 | a.csv:3: has 3 columns, not 2; decimals are written with a point",
                "ddl,luminance~0;1 | a.csv:2: has 1 columns, not 2; decimals are written with a point",
                "ddl,luminance~0,1~15,two | 'a.csv:3: luminance is no number: \"two\"'",
                "ddl,luminance~0,NaN | 'a.csv:2: luminance is no number: \"NaN\"'",
                "ddl,luminance~0,1e999 | a.csv:2: luminance must be finite and not negative: 1e999",
                "ddl,luminance~0,-0.2 | a.csv:2: luminance must be finite and not negative: -0.2",
                "ddl,luminance~-1,0.2 | a.csv:2: ddl must be finite and not negative: -1",
                "ddl,luminance~0,1~~15,2~15,3 | a.csv:5: this ddl stands twice",
                "ddl,luminance~0,1~30,2~15,3 | a.csv:4: ddl must rise from line to line",
                "ddl,luminance~0,1 | a.csv: fewer than two readings below a line ddl,luminance",
                "'' | a.csv: fewer than two readings below a line ddl,luminance"
            })
    void aBadTableIsRefusedByFileAndLine(String text, String complaint) {
        List<String> lines = List.of(text.split("~", -1));

        assertEquals(
                complaint,
                assertThrows(CalibrationException.class, () -> LuminanceReadings.parse("a.csv", lines))
                        .getMessage());
    }

    // [utest->req~calibration.readings~1]
    @Test
    void columnsMayBeExchangedAndTheLocaleDoesNotMatter() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            LuminanceReadings readings =
                    LuminanceReadings.parse("a.csv", List.of("\uFEFFLuminance, DDL", " 1.25 , 0", "", "2e1,255 "));

            assertEquals(
                    List.of(
                            new LuminanceReadings.Level(0, new Luminance(1.25), 2),
                            new LuminanceReadings.Level(255, new Luminance(20), 4)),
                    readings.levels());
        } finally {
            Locale.setDefault(before);
        }
    }

    // [utest->req~calibration.readings~1]
    @Test
    void aFileOfNothingButLinesIsRefusedAtOnce() {
        List<String> endless = Collections.nCopies(LuminanceReadings.MOST_LINES + 1, "0,1");

        assertThrows(CalibrationException.class, () -> LuminanceReadings.parse("a.csv", endless));
    }

    /** Eleven levels of 25.5 are shown as whole greys. */
    // [utest->req~calibration.readings~1]
    @Test
    void roundedLevelsAreEvenAndOthersAreNot() throws Exception {
        assertTrue(readings(0, 26, 51, 77, 102, 128, 153, 179, 204, 230, 255).isEven());
        assertFalse(readings(0, 10, 255).isEven());
        assertTrue(readings(0, 25.5, 51, 76.5).isEven());
        assertFalse(readings(0, 0.1, 1).isEven(), "a scale of 0 to 1");
        assertFalse(readings(0, 1, 3).isEven(), "a third of a step");
    }

    // [utest->req~calibration.evaluate~1]
    @Test
    void ambientLightIsAddedOnceAndJudged() throws Exception {
        CalibrationProfile profile = CalibrationProfile.shipped("tg18-primary");
        LuminanceReadings emitted = table(Displays.gamma(18, new Displays.Native(2.2, 0.8, 350, 0)), 15);

        ReadingsEvaluation dark = ReadingsEvaluation.of(emitted);
        ReadingsEvaluation lit = ReadingsEvaluation.of(emitted, new Luminance(0.2));

        assertEquals(0.50946, lit.response().orElseThrow().kappaDelta(), 5e-6);
        assertEquals(350.2, lit.maximum(), 1e-9);
        assertEquals(0.25, lit.ambientRatio().orElseThrow().value(), 1e-12);
        assertEquals(
                Assessment.PASS, judged(lit, profile, Quantity.AMBIENT_RATIO).assessment());
        assertEquals(
                Assessment.FAIL,
                judged(lit, profile, Quantity.CONTRAST_DEVIATION).assessment());
        assertEquals(
                Assessment.NOT_ASSESSED,
                judged(dark, profile, Quantity.AMBIENT_RATIO).assessment());
        assertEquals(
                "ambient light was not given",
                judged(dark, profile, Quantity.AMBIENT_RATIO).reason());
        assertTrue(lit.remarks().isEmpty(), lit.remarks().toString());
    }

    /** 18 levels are among 52 and 256 and 35, but not among 11. */
    // [utest->req~calibration.evaluate~1]
    @ParameterizedTest
    @CsvSource({"18, PASS", "35, PASS", "52, PASS", "256, PASS", "11, NOT_ASSESSED", "17, NOT_ASSESSED"})
    void aLimitForEighteenLevelsIsHeldAgainstEighteen(int levels, Assessment expected) throws Exception {
        ReadingsEvaluation evaluation =
                ReadingsEvaluation.of(table(Displays.gsdf(levels, 1.05, 360), 255.0 / (levels - 1)));

        ReadingsEvaluation.Judged judged =
                judged(evaluation, CalibrationProfile.shipped("acr-aapm-siim-primary"), Quantity.CONTRAST_DEVIATION);

        assertEquals(expected, judged.assessment());
        assertEquals(expected == Assessment.PASS ? "" : "needs 18 levels, not " + levels, judged.reason());
    }

    // [utest->req~calibration.evaluate~1]
    @Test
    void whatIsRemarkableIsSaidWithItsLine() throws Exception {
        ReadingsEvaluation odd = ReadingsEvaluation.of(
                LuminanceReadings.parse("a.csv", List.of("ddl,luminance", "1,0.01", "20,5", "30,4", "255,4000")));

        assertEquals(
                List.of(
                        "a.csv:2: the first level is not 0: L'min is that of the first level",
                        "a.csv:2: 0.0100000 cd/m² is outside the GSDF range of 0.05 to 3993 cd/m²",
                        "a.csv:4: luminance does not rise: 4.00000 after 5.00000 cd/m²",
                        "a.csv:5: 4000.00 cd/m² is outside the GSDF range of 0.05 to 3993 cd/m²",
                        "a.csv: levels are not evenly spaced: contrast and JNDs by step are not judged"),
                odd.remarks());
        assertTrue(odd.response().isEmpty());
    }

    // [utest->req~calibration.evaluate~1]
    @Test
    void whyThereIsNoContrastIsSaid() throws Exception {
        assertEquals(
                "needs three levels or more",
                ReadingsEvaluation.of(readings(0, 255)).whyNoResponse());
        assertEquals(
                "an end is outside the GSDF range of 0.05 to 3993 cd/m²",
                ReadingsEvaluation.of(table(new double[] {0, 1, 2}, 127.5)).whyNoResponse());
        assertEquals(
                "white is not brighter than black",
                ReadingsEvaluation.of(table(new double[] {2, 3, 1}, 127.5)).whyNoResponse());
        assertEquals(
                "black gives no light",
                judged(
                                ReadingsEvaluation.of(table(new double[] {0, 1, 2}, 127.5)),
                                CalibrationProfile.shipped("tg18-primary"),
                                Quantity.LUMINANCE_RATIO)
                        .reason());
    }

    private static ReadingsEvaluation.Judged judged(
            ReadingsEvaluation evaluation, CalibrationProfile profile, Quantity quantity) {
        return evaluation.judge(profile).stream()
                .filter(judged -> judged.limit().quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    private static LuminanceReadings readings(double... ddls) {
        return new LuminanceReadings(
                "a.csv",
                IntStream.range(0, ddls.length)
                        .mapToObj(i -> new LuminanceReadings.Level(ddls[i], new Luminance(1 + i), i + 2))
                        .toList());
    }

    private static LuminanceReadings table(double[] luminances, double step) {
        return new LuminanceReadings(
                "a.csv",
                IntStream.range(0, luminances.length)
                        .mapToObj(i -> new LuminanceReadings.Level(i * step, new Luminance(luminances[i]), i + 2))
                        .toList());
    }
}
