package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.VirtualDesk;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DisplayDriverTest {
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

        CandelaException told = assertThrows(CandelaException.class, () -> MachineStation.open(""));
        assertEquals("app.no-display", told.code());
    }
}
