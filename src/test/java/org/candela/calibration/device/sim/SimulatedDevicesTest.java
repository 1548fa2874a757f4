package org.candela.calibration.device.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private double read(int argb) throws DeviceException {
        monitor.show(argb);
        return photometer.read().cdPerM2();
    }
}
