package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.image.DisplayLut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LutBuilderTest {
    /** γ 2.2 panel, 0.8 to 350 cd/m², seen under 0.2 cd/m²: L' from 1.0 to 350.2. */
    private static LutBuilder builder() throws CalibrationException {
        GsdfTarget target = new GsdfTarget(new Luminance(1.0), new Luminance(350.2), new Luminance(0.2));
        return LutBuilder.of(Displays.gamma(2.2, 0.8, 350), target);
    }

    /** What the depth of a graphics LUT costs: levels lost and contrast missed, known from a worked table. */
    // [utest->req~calibration.lut~1]
    @ParameterizedTest
    @CsvSource({"8, 216, 0.059", "10, 256, 0.022", "12, 256, 0.0033"})
    void theDepthOfTheLutLimitsWhatIsReached(int bits, int levels, double kappaDelta) throws CalibrationException {
        LutBuilder.Prediction prediction = builder().forGraphicsLut(bits).prediction();

        assertEquals(levels, prediction.distinctLevels());
        assertEquals(kappaDelta, prediction.kappaDelta(), kappaDelta * 0.2, "of a table printed to two digits");
    }

    // [utest->req~calibration.lut~1]
    @Test
    void sixteenBitsLoseNothingThatCouldBeMeasured() throws CalibrationException {
        LutBuilder.Prediction prediction = builder().forGraphicsLut(16).prediction();

        assertEquals(256, prediction.distinctLevels());
        assertTrue(prediction.kappaDelta() <= 0.0006, prediction.toString());
    }

    // [utest->req~calibration.sub-grey~1]
    @Test
    void subGreyStepsBringAnEightBitPanelFarBelowTheLimit() throws CalibrationException {
        LutBuilder.Prediction plain =
                builder().forRenderer(GreyPalette.GREY_256, ChannelWeights.SRGB).prediction();
        LutBuilder.Prediction fine = builder()
                .forRenderer(GreyPalette.SUB_GREY_1786, ChannelWeights.SRGB)
                .prediction();

        assertTrue(fine.kappaDelta() < plain.kappaDelta() / 2, fine + " against " + plain);
        assertEquals(256, fine.distinctLevels());
    }

    /** The first row is known from a worked table; the others show what sub-grey steps win, and are this builder's own. */
    // [utest->req~calibration.sub-grey~1]
    @ParameterizedTest
    @CsvSource({"GREY_256, 0.0589, 216", "SUB_GREY_766, 0.0259, 256", "SUB_GREY_1786, 0.0147, 256"})
    void finerPalettesReachMore(GreyPalette palette, double kappaDelta, int levels) throws CalibrationException {
        LutBuilder.Prediction prediction =
                builder().forRenderer(palette, ChannelWeights.SRGB).prediction();

        assertEquals(kappaDelta, prediction.kappaDelta(), 0.00005, "four digits");
        assertEquals(levels, prediction.distinctLevels());
    }

    /** A panel of γ 1.8 fails the limit of 10 % with 256 greys, however well it is measured. */
    // [utest->req~calibration.sub-grey~1]
    @Test
    void onlySubGreyStepsBringAFlatPanelBelowTheLimit() throws CalibrationException {
        GsdfTarget target = new GsdfTarget(new Luminance(1.2), new Luminance(420.2), new Luminance(0.2));
        LutBuilder flat = LutBuilder.of(Displays.gamma(1.8, 1, 420), target);

        LutBuilder.Prediction plain =
                flat.forRenderer(GreyPalette.GREY_256, ChannelWeights.SRGB).prediction();
        LutBuilder.Prediction fine =
                flat.forRenderer(GreyPalette.SUB_GREY_1786, ChannelWeights.SRGB).prediction();

        assertEquals(200, plain.distinctLevels());
        assertEquals(0.112, plain.kappaDelta(), 0.0005, "of a table printed to three digits");
        assertTrue(fine.kappaDelta() < 0.04, fine.toString());
    }

    // [utest->req~calibration.sub-grey~1]
    @Test
    void noChannelDiffersByMoreThanOneCode() throws CalibrationException {
        DisplayLut lut = builder()
                .forRenderer(GreyPalette.SUB_GREY_1786, ChannelWeights.SRGB)
                .table();

        for (int p = 0; p <= DisplayLut.MAX_P_VALUE; p += 64) {
            int argb = lut.argb(p);
            int red = argb >> 16 & 0xFF;
            int green = argb >> 8 & 0xFF;
            int blue = argb & 0xFF;
            int spread = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
            assertTrue(spread <= 1, "P-value " + p + " is " + Integer.toHexString(argb));
        }
    }

    // [utest->req~calibration.lut~1]
    @Test
    void aTargetOutOfReachIsRefused() throws CalibrationException {
        LuminanceResponse response = Displays.gamma(2.2, 0.8, 350);
        GsdfTarget bright = new GsdfTarget(new Luminance(1), new Luminance(420), Luminance.ZERO);
        GsdfTarget dark = new GsdfTarget(new Luminance(0.5), new Luminance(300), Luminance.ZERO);

        assertEquals(
                "calibration.target-too-bright",
                assertThrows(CalibrationException.class, () -> LutBuilder.of(response, bright))
                        .code());
        assertEquals(
                "calibration.target-too-dark",
                assertThrows(CalibrationException.class, () -> LutBuilder.of(response, dark))
                        .code());
    }
}
