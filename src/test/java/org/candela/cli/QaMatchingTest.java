package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three displays that do not exist, calibrated by the command line. */
class QaMatchingTest {
    @TempDir
    private Path folder;

    private final List<SimulatedMonitor> monitors = List.of(panel(400), panel(375), panel(420));
    private final QaLine line = new QaLine(new Luminance(0.1), monitors);
    private final StringWriter out = line.out;
    private final StringWriter err = line.err;

    // [utest->req~cli.qa-match~1]
    @Test
    void threeDisplaysAreCalibratedToOneWhite() throws Exception {
        int code = run(
                "qa",
                "calibrate",
                "--simulate",
                "--display",
                "SIM-1,SIM-2,SIM-3",
                "--match",
                "--profile",
                "tg18-primary",
                "--json");

        assertEquals(0, code, err + " " + out);
        JsonNode runs = new ObjectMapper().readTree(out.toString());
        assertEquals(3, runs.size());
        for (JsonNode run : runs) {
            assertEquals("PASS", run.path("overall").asText());
            assertTrue(run.toString().contains("\"type\":\"matched\""), "what it was matched to");
        }
    }

    // [utest->req~cli.qa-match~1]
    @Test
    void aTableIsHeldWhereItIsAskedFor() {
        assertEquals(
                0,
                run(
                        "qa",
                        "calibrate",
                        "--simulate",
                        "--display",
                        "SIM-1",
                        "--hold",
                        "graphics",
                        "--profile",
                        "tg18-primary"),
                err.toString());

        assertNotEquals(GammaRamp.identity(256), monitors.get(0).ramp());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--hold", "monitor"));
        assertTrue(err.toString().contains("no LUT of its own"), err.toString());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--hold", "cloud"));
        assertTrue(err.toString().contains("there are best, renderer, graphics, monitor"), err.toString());
        assertEquals(2, run("qa", "calibrate", "--simulate", "--display", "SIM-1", "--match"));
        assertTrue(err.toString().contains("two different displays"), err.toString());
    }

    private static SimulatedMonitor panel(double white) {
        return new SimulatedMonitor(
                SimulatedPanel.gamma(2.2).between(0.5, white).withBits(10), (long) white);
    }

    private int run(String... args) {
        line.out.getBuffer().setLength(0);
        return line.run(folder.resolve("home"), args);
    }
}
