package org.candela.calibration.device.macos;

import java.nio.file.Path;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.GraphicsLutContract;
import org.junit.jupiter.api.io.TempDir;

/** Transfer tables of CoreGraphics behind a fake library. */
class MacGraphicsLutTest extends GraphicsLutContract {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before all tests
    static Path directory;

    @Override
    protected Bench bench() throws Exception {
        FakeMac mac = FakeMac.withTwoMonitors(directory);
        MacDisplays displays = MacDisplays.on(mac.api());
        DisplayDevice right = displays.displays().get(1);
        return new Bench() {
            @Override
            public GraphicsLut lut() {
                return displays;
            }

            @Override
            public DisplayDevice display() {
                return right;
            }

            @Override
            public GammaRamp held() {
                return mac.table(1);
            }

            @Override
            public void hold(GammaRamp foreign) {
                mac.setTable(1, foreign);
            }

            @Override
            public void refuse() {
                mac.script().fake_table_mode(1, FakeMac.TABLE_REFUSE);
            }

            @Override
            public void ignore() {
                mac.script().fake_table_mode(1, FakeMac.TABLE_IGNORE);
            }

            @Override
            public void unplug() {
                mac.script().fake_unplug(1);
            }

            @Override
            public void closeDriver() {
                displays.close();
            }
        };
    }
}
