package org.candela.calibration.device.sim;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.GraphicsLutContract;

/** The table before a panel that does not exist keeps the contract of real ones. */
class SimulatedGraphicsLutTest extends GraphicsLutContract {
    @Override
    protected Bench bench() {
        SimulatedMonitor monitor = SimulatedMonitor.typical(1);
        GraphicsLut lut = new SimulatedGraphicsLut(monitor);
        DisplayDevice display = new DisplayDevice("SIM-1", Optional.empty(), new Place(0, 0, 1536, 2048));
        return new Bench() {
            @Override
            public GraphicsLut lut() {
                return lut;
            }

            @Override
            public DisplayDevice display() {
                return display;
            }

            @Override
            public GammaRamp held() {
                return monitor.ramp();
            }

            @Override
            public void hold(GammaRamp foreign) {
                monitor.load(foreign);
            }
        };
    }
}
