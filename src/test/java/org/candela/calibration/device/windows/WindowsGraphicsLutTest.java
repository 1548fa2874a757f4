package org.candela.calibration.device.windows;

import java.nio.file.Path;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.GraphicsLutContract;
import org.junit.jupiter.api.io.TempDir;

/** GDI gamma ramps behind a fake library. */
class WindowsGraphicsLutTest extends GraphicsLutContract {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    @Override
    protected Bench bench() throws Exception {
        FakeWindows windows = FakeWindows.withTwoMonitors(directory);
        WindowsDisplays displays = WindowsDisplays.on(windows.api());
        DisplayDevice second = displays.displays().get(1);
        return new Bench() {
            @Override
            public GraphicsLut lut() {
                return displays;
            }

            @Override
            public DisplayDevice display() {
                return second;
            }

            @Override
            public GammaRamp held() {
                return windows.ramp(1);
            }

            @Override
            public void hold(GammaRamp foreign) {
                windows.setRamp(1, foreign);
            }

            @Override
            public void refuse() {
                windows.script().fake_ramp_mode(1, FakeWindows.RAMP_REFUSE);
            }

            @Override
            public void ignore() {
                windows.script().fake_ramp_mode(1, FakeWindows.RAMP_IGNORE);
            }

            @Override
            public void unplug() {
                windows.script().fake_unplug(1);
            }

            @Override
            public void closeDriver() {
                displays.close();
            }
        };
    }
}
