package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplaySession;
import org.candela.calibration.device.MeterShelf;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DisplayDriverTest {
    private static final MachineStation.Lights NO_LIGHTS =
            new MachineStation.Lights(new MeterShelf(List.of()), Clock.systemUTC());

    // [utest->req~app.display-driver~1]
    @Test
    void anXServerIsDrivenByRandr() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);

        try (DisplayDriver driver = DisplayDriver.open(
                        desktop(VirtualDesk.ownDesk().orElseThrow(), Map.of()))
                .orElseThrow()) {
            assertEquals(3, driver.inventory().displays().size());
            assertEquals(
                    256, driver.graphicsLut().size(driver.inventory().displays().get(0)));
        }
    }

    @Test
    void withoutAnyDisplayThereIsNoDriverAndTheStationSaysSo() {
        assertTrue(DisplayDriver.open(desktop("", Map.of())).isEmpty());

        CandelaException told =
                assertThrows(CandelaException.class, () -> MachineStation.open(desktop("", Map.of()), NO_LIGHTS));
        assertEquals("app.no-display", told.code());
    }

    /** Both are X servers that accept ramps: what they do with them shows nowhere, or elsewhere. */
    // [utest->req~device.no-silent-ramp~1]
    // [utest->req~app.display-driver~1]
    @Test
    void inAWaylandSessionDisplaysAreListedAndReadAndNothingIsLoaded() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);

        try (DisplayDriver driver = DisplayDriver.open(
                        desktop(VirtualDesk.ownDesk().orElseThrow(), Map.of("XDG_SESSION_TYPE", "wayland")))
                .orElseThrow()) {
            DisplayDevice left = driver.inventory().displays().get(0);
            GammaRamp found = driver.graphicsLut().read(left);

            DeviceException refused = assertThrows(
                    DeviceException.class, () -> driver.graphicsLut().load(left, GammaRamp.grey(new int[256])));

            assertEquals("device.verify-only", refused.code());
            assertTrue(String.valueOf(refused.getMessage()).contains("Wayland"), refused.getMessage());
            assertEquals(found, driver.graphicsLut().read(left));
        }
    }

    private static DisplayDriver.Desktop desktop(String display, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("DISPLAY", display);
        return new DisplayDriver.Desktop(display, DisplaySession.of(all));
    }
}
