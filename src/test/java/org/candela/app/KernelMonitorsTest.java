package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.calibration.device.EdidBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelMonitorsTest {
    private static final int PRODUCT = 0x0D1A;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path ports;

    // [utest->req~app.kernel-monitors~1]
    @Test
    void eachMonitorIsNamedWithItsPort() throws Exception {
        plug("card0-DP-1", EdidBlocks.of(PRODUCT, 1001, "VIRT DIAG L"));
        plug("card0-DP-2", new byte[] {1, 2, 3});

        String told = KernelMonitors.told(ports);

        assertTrue(told.startsWith("; plugged in, says the kernel: "), told);
        assertTrue(told.contains("VIRT DIAG L on DP-1, a monitor that does not say who it is on DP-2"), told);
    }

    // [utest->req~app.kernel-monitors~1]
    @Test
    void whereNoneIsPluggedInThatIsSaidAndWhereThereIsNoKernelToAskNothing() {
        assertEquals("; the kernel says that no monitor is plugged in", KernelMonitors.told(ports));
        assertEquals("", KernelMonitors.told(ports.resolve("none")));
    }

    private void plug(String name, byte[] edid) throws Exception {
        Path port = Files.createDirectories(ports.resolve(name));
        Files.writeString(port.resolve("status"), "connected\n");
        Files.write(port.resolve("edid"), edid);
    }
}
