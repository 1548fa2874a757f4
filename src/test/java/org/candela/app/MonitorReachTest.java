package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.VendorGuard;
import org.junit.jupiter.api.Test;

class MonitorReachTest {
    private final MonitorReach reach = new MonitorReach(new VendorGuard(List::of));

    // [utest->req~app.monitor-reach~1]
    @Test
    void nothingIsOpenedForVirtualDisplays() {
        Edid edid = new Edid("CDL", 0x0D1A, 1, "VIRT DIAG L", "SIM-1", 325, 433, 2026);
        DisplayDevice display =
                new DisplayDevice("DUMMY0", Optional.of(edid), new DisplayDevice.Place(0, 0, 1536, 2048));
        DisplayInventory virtual = () -> List.of(display);

        assertSame(DriftWatch.Reached.NOTHING, reach.reached(Optional.of(virtual)));
        assertSame(DriftWatch.Reached.NOTHING, reach.reached(Optional.empty()));
    }

    // [utest->req~app.monitor-reach~1]
    @Test
    void nothingIsOpenedWhereDisplaysCannotBeListed() {
        DisplayInventory broken = () -> {
            throw new DeviceException("device.gone", "X server", "no answer");
        };

        assertSame(DriftWatch.Reached.NOTHING, reach.reached(Optional.of(broken)));
    }
}
