package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiredCheckTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";

    @TempDir
    private Path folder;

    private ReadinessItem with(String routes) throws IOException {
        Files.writeString(folder.resolve("route"), HEAD + routes);
        return new WiredCheck(folder.resolve("route"), folder).evaluate();
    }

    private static String route(String device, String destination, int metric) {
        return device + "\t" + destination + "\t0102A8C0\t0003\t0\t0\t" + metric + "\t00000000\t0\t0\t0\n";
    }

    // [utest->req~readiness.wired~1]
    @Test
    void theDefaultRouteOfTheLowestMetricCounts() throws Exception {
        Files.createDirectories(folder.resolve("enp3s0").resolve("device"));
        Files.createDirectories(folder.resolve("wlp2s0").resolve("wireless"));
        String other = route("wlp2s0", "0002A8C0", 0);

        assertEquals(
                Status.READY,
                with(other + route("wlp2s0", "00000000", 600) + route("enp3s0", "00000000", 100))
                        .status());
        ReadinessItem wireless = with(route("wlp2s0", "00000000", 50) + route("enp3s0", "00000000", 100));
        assertEquals(Status.WARNING, wireless.status());
        assertEquals("Studies come over Wi-Fi (wlp2s0).", wireless.reason());
    }

    // [utest->req~readiness.wired~1]
    @Test
    void whatCannotBeToldIsNotReady() throws Exception {
        assertEquals(Status.NOT_ASSESSED, with("").status());
        assertTrue(with(route("tun0", "00000000", 0)).reason().contains("tun0, which is no device of this machine"));
        assertEquals(
                Status.NOT_ASSESSED,
                with("broken\t00000000\tx\tx\tx\tx\tnot-a-number\tx\n").status());
        assertEquals(
                Status.NOT_ASSESSED,
                new WiredCheck(folder.resolve("none"), folder).evaluate().status());
    }
}
