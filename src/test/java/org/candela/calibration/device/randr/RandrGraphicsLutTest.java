package org.candela.calibration.device.randr;

import org.candela.DeskHeads;
import org.candela.VirtualDesk;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.GraphicsLutContract;
import org.junit.jupiter.api.Assumptions;

/** The tables of a real X server keep the contract of all others; another connection to it is the hand inside. */
class RandrGraphicsLutTest extends GraphicsLutContract {
    @Override
    protected Bench bench() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        return new Server(VirtualDesk.ownDesk().orElseThrow());
    }

    private static final class Server implements Bench {
        private final String name;
        private final RandrDriver driver;
        private final RandrDriver other;
        private final DisplayDevice display;
        private final GammaRamp found;
        private boolean isUnplugged;

        Server(String name) throws DeviceException {
            this.name = name;
            this.driver = RandrDriver.open(name).orElseThrow();
            this.other = RandrDriver.open(name).orElseThrow();
            this.display = driver.displays().get(1);
            this.found = driver.read(display);
            hold(GammaRamp.identity(driver.size(display)));
        }

        @Override
        public GraphicsLut lut() {
            return driver;
        }

        @Override
        public DisplayDevice display() {
            return display;
        }

        @Override
        public GammaRamp held() {
            try {
                return other.read(display);
            } catch (DeviceException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void hold(GammaRamp foreign) {
            try {
                other.load(display, foreign);
                other.leave(display);
            } catch (DeviceException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void unplug() {
            isUnplugged = true;
            heads(desk -> desk.unplug("DUMMY1"));
        }

        @Override
        public void closeDriver() {
            driver.close();
        }

        @Override
        public void close() {
            driver.close();
            if (isUnplugged) {
                heads(DeskHeads::plugAllIn);
            }
            hold(found);
            other.close();
        }

        private interface Work {
            void on(DeskHeads heads) throws Exception;
        }

        private void heads(Work work) {
            try {
                work.on(new DeskHeads(name));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
