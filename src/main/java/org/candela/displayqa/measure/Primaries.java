package org.candela.displayqa.measure;

import org.candela.calibration.CalibrationException;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.device.DeviceException;

/** Measures how red, green and blue share the light of a panel: sub-grey steps are as large as these shares say. */
// [impl->req~displayqa.primaries~1]
final class Primaries {
    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int BLUE = 0xFF0000FF;

    private Primaries() {}

    /** Shares from full red, green and blue. */
    static ChannelWeights measure(MeasuringPass pass, LuminanceResponse response)
            throws DeviceException, CalibrationException {
        Luminance black = new Luminance(response.darkest());
        Luminance red = light(pass, RED, black);
        Luminance green = light(pass, GREEN, black);
        return ChannelWeights.ofPrimaries(red, green, light(pass, BLUE, black));
    }

    private static Luminance light(MeasuringPass pass, int argb, Luminance black)
            throws DeviceException, CalibrationException {
        Luminance light = pass.measure(argb, MeasuringPass.Bounds.ANYTHING).minus(black);
        if (light.cdPerM2() == 0) {
            throw new CalibrationException(
                    "calibration.no-primaries",
                    "red, green or blue alone gives no light: is the monitor in a monochrome mode?");
        }
        return light;
    }
}
