package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PanelLightTest {
    private static final double ROUNDING = 1e-9;

    /** Between two greys light runs straight, as channels add; the bend of the grey curve is not the panel's. */
    // [utest->req~calibration.panel-light~1]
    @Test
    void aSubGreyIsAsBrightAsTheCodesOfItsChannels() throws CalibrationException {
        LuminanceResponse grey = Displays.gamma(2.2, 0.8, 350);
        PanelLight light = PanelLight.of(grey, ChannelWeights.SRGB);

        assertEquals(grey.luminance(100), light.luminance(100, 100, 100), ROUNDING);
        assertEquals(
                grey.luminance(3) + 0.7152 * (grey.luminance(4) - grey.luminance(3)),
                light.luminance(3, 4, 3),
                ROUNDING);
    }

    // [utest->req~calibration.panel-light~1]
    @Test
    void measuredPrimariesReplaceAssumedOnes() throws CalibrationException {
        PanelLight light = PanelLight.ofChannels(List.of(
                Displays.gamma(2.2, 0.8, 80.8), Displays.gamma(2.0, 0.8, 240.8), Displays.gamma(2.4, 0.8, 30.8)));

        assertEquals(0.8, light.luminance(0, 0, 0), ROUNDING);
        assertEquals(350.8, light.luminance(255, 255, 255), 1e-6);
        assertEquals(0.8 + 240 * Math.pow(128 / 255.0, 2.0), light.luminance(0, 128, 0), 1e-6);
        assertThrows(IllegalArgumentException.class, () -> PanelLight.ofChannels(List.of()));
    }

    /** A table never uses a code outside what was measured. */
    // [utest->req~calibration.panel-light~1]
    @Test
    void nothingIsExtrapolated() throws CalibrationException {
        LuminanceResponse part = LuminanceResponse.of(List.of(
                new LuminanceResponse.Point(20, new Luminance(1)),
                new LuminanceResponse.Point(128, new Luminance(80)),
                new LuminanceResponse.Point(200, new Luminance(250))));
        PanelLight light = PanelLight.of(part, ChannelWeights.SRGB);
        GsdfTarget target = new GsdfTarget(new Luminance(1), new Luminance(250), Luminance.ZERO);

        assertTrue(Double.isNaN(light.luminance(201, 200, 200)));
        int white = LutBuilder.of(part, target)
                .forRenderer(GreyPalette.SUB_GREY_4834, light)
                .table()
                .argb(65535);
        assertEquals(0xFFC8C8C8, white);
        assertEquals(
                200 * 257, LutBuilder.of(part, target).forGraphicsLut(8).table().red(255));
    }

    // [utest->req~calibration.sub-grey~1]
    @ParameterizedTest
    @EnumSource
    void everyPaletteBeginsWithBlackEndsWithWhiteAndHasEachColourOnce(GreyPalette palette) {
        Set<Integer> colours = new HashSet<>();
        for (int level = 0; level < palette.size(); level++) {
            int argb = palette.argb(level);
            colours.add(argb);
            int red = argb >> 16 & 0xFF;
            int green = argb >> 8 & 0xFF;
            int blue = argb & 0xFF;
            int spread = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
            assertTrue(spread <= palette.spread(), Integer.toHexString(argb));
        }

        assertEquals(palette.size(), colours.size());
        assertTrue(palette.name().endsWith(String.valueOf(palette.size())), palette + " has " + palette.size());
        assertEquals(0xFF000000, palette.argb(0));
        assertTrue(colours.contains(0xFFFFFFFF));
    }
}
