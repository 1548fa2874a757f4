package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.shell.DeskScreens.Seen;
import org.junit.jupiter.api.Test;

class DeskScreensTest {
    private static final Edid PANEL = new Edid("CDL", 0x0D1A, 1001, "VIRT DIAG L", "VIRT-1001", 325, 433, 2026);

    @Test
    void aMonitorIsIdentifiedByThePanelAtItsPlace() {
        DeskScreen screen = only(seen(1), device(Optional.of(PANEL), 1536, 2048));

        assertEquals(new ScreenId("CDL-0D1A-VIRT-1001"), screen.id());
        assertEquals("VIRT DIAG L", screen.name());
    }

    @Test
    void aScaledDesktopIsComparedInDevicePixels() {
        DeskScreen screen = only(seen(1.5), device(Optional.of(PANEL), 2304, 3072));

        assertEquals(new ScreenId("CDL-0D1A-VIRT-1001"), screen.id());
    }

    @Test
    void aPanelWithoutEdidIsKnownByItsPort() {
        DeskScreen screen = only(seen(1), device(Optional.empty(), 1536, 2048));

        assertEquals(new ScreenId("port:DP-1"), screen.id());
        assertEquals("DP-1", screen.name());
    }

    @Test
    void aMonitorTheDriverDoesNotSeeIsKnownByItsPlace() {
        DeskScreen screen = only(seen(1), device(Optional.of(PANEL), 800, 600));

        assertEquals(new ScreenId("port:1536x2048+0+0"), screen.id());
    }

    private static DeskScreen only(Seen seen, DisplayDevice device) {
        return DeskScreens.join(List.of(seen), List.of(device)).get(0);
    }

    private static Seen seen(double renderScale) {
        return new Seen(new Area(0, 0, 1536, 2048), renderScale, false);
    }

    private static DisplayDevice device(Optional<Edid> edid, int width, int height) {
        return new DisplayDevice("DP-1", edid, new DisplayDevice.Place(0, 0, width, height));
    }
}
