package org.candela.calibration.device.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.Test;

class SimulatedDevicesTest {
    private final SimulatedMonitor monitor =
            new SimulatedMonitor(new SimulatedMonitor.Panel(2.2, 0.8, 420, ChannelWeights.SRGB, 0), 1);
    private final SimulatedPhotometer photometer = new SimulatedPhotometer(monitor);

    // [utest->req~device.simulated~1]
    @Test
    void theMeterSaysThatItIsSimulated() {
        assertTrue(photometer.identity().isSimulated());
        assertTrue(photometer.identity().text().startsWith("SIMULATED "));
        assertTrue(photometer.identity().calibrationDue().isEmpty());
    }

    @Test
    void endsAreThoseOfThePanelAndOneChannelMovesByItsShare() throws DeviceException {
        assertEquals(0.8, read(0xFF000000), 1e-9);
        assertEquals(420, read(0xFFFFFFFF), 1e-9);
        assertTrue(read(0xFF808180) - read(0xFF808080) > read(0xFF808081) - read(0xFF808080));
    }

    @Test
    void theGraphicsLutComesFirst() throws DeviceException {
        int[] black = new int[256];
        monitor.load(GammaRamp.grey(black));

        assertEquals(0.8, read(0xFFFFFFFF), 1e-9);
    }

    @Test
    void anUnpluggedMeterIsAnError() {
        photometer.unplug();

        assertEquals(
                "device.gone",
                assertThrows(DeviceException.class, photometer::read).code());
    }

    @Test
    void aSilentMeterTimesOutAndRecovers() throws DeviceException {
        photometer.silence(1);

        assertEquals(
                "device.timeout",
                assertThrows(DeviceException.class, photometer::read).code());
        assertEquals(420, read(0xFFFFFFFF), 1e-9);
    }

    @Test
    void lightComesUpWhileThePanelWarmsAndFallsOffTowardsTheEdges() throws DeviceException {
        monitor.warmUp(Duration.ZERO);
        double cold = read(0xFFFFFFFF);
        monitor.warmUp(Duration.ofMinutes(30));
        double warm = read(0xFFFFFFFF);
        monitor.lookAt(0, 1);
        double corner = read(0xFFFFFFFF);

        assertEquals(0.88 * 420, cold, 1e-9);
        assertEquals(420, warm, 0.01 * 420, "within 1 % after half an hour");
        assertEquals(0.78, corner / warm, 1e-9);
    }

    @Test
    void theSameSeedGivesTheSameNoise() throws DeviceException {
        SimulatedPhotometer one = new SimulatedPhotometer(SimulatedMonitor.typical(5));
        SimulatedPhotometer other = new SimulatedPhotometer(SimulatedMonitor.typical(5));

        assertEquals(one.read(), other.read());
        assertEquals(one.read(), other.read());
    }

    private double read(int argb) throws DeviceException {
        monitor.show(argb);
        return photometer.read().cdPerM2();
    }
}
