package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
import org.candela.calibration.device.MeterShelf;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DisplayDriverTest {
    private static final MachineStation.Lights NO_LIGHTS =
            new MachineStation.Lights(new MeterShelf(List.of()), Clock.systemUTC());

    @Test
    void anXServerIsDrivenByRandr() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);

        try (DisplayDriver driver =
                DisplayDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow()) {
            assertEquals(3, driver.inventory().displays().size());
            assertEquals(
                    256, driver.graphicsLut().size(driver.inventory().displays().get(0)));
        }
    }

    @Test
    void withoutAnyDisplayThereIsNoDriverAndTheStationSaysSo() {
        assertTrue(DisplayDriver.open("").isEmpty());

        CandelaException told = assertThrows(CandelaException.class, () -> MachineStation.open("", NO_LIGHTS));
        assertEquals("app.no-display", told.code());
    }
}
