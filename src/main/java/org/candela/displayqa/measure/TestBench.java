package org.candela.displayqa.measure;

import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.Photometer;

/**
 * Everything that takes part in measuring one display.
 *
 * @param patches shows fields on the display
 * @param photometer reads them
 * @param ramp the display's graphics LUT
 * @param room what else the eye sees
 */
public record TestBench(PatchPresenter patches, Photometer photometer, Ramp ramp, Room room) {

    /** The graphics LUT of the display under test. */
    public interface Ramp {
        /** The ramp in force. */
        GammaRamp read() throws DeviceException;

        /** Loads a ramp and reads it back. */
        void load(GammaRamp ramp) throws DeviceException;

        /** The graphics LUT of {@code display} behind the driver {@code lut}. */
        static Ramp of(GraphicsLut lut, DisplayDevice display) {
            return new Ramp() {
                @Override
                public GammaRamp read() throws DeviceException {
                    return lut.read(display);
                }

                @Override
                public void load(GammaRamp ramp) throws DeviceException {
                    lut.load(display, ramp);
                }
            };
        }
    }

    /**
     * Conditions of the run.
     *
     * @param ambient room light reflected by the screen
     * @param source how that is known; printed on every report
     */
    public record Room(Luminance ambient, AmbientSource source) {}

    /** Where the ambient luminance comes from (PS3.3 C.32, (0028,7025)). */
    public enum AmbientSource {
        DEFAULT,
        MEASURED,
        PROVIDED
    }
}
