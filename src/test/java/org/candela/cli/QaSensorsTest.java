package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.argyll.ArgyllMeters;
import org.candela.calibration.device.sim.SimulatedMeters;
import org.candela.displayqa.QaStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.qa-sensors~1]
class QaSensorsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void whatIsMissingIsToldWithWhatToInstallAndThatIsANo() {
        assertEquals(1, run("qa", "sensors"), err.toString());

        assertTrue(out.toString().contains("no meter or sensor"), out.toString());
        assertTrue(out.toString().contains("not looked: argyll: spotread: ArgyllCMS is not installed"), out.toString());
        assertTrue(out.toString().contains("apt-get install argyll"), out.toString());
    }

    @Test
    void simulatedSensorsAreListedAsSuch() {
        assertEquals(0, run("qa", "sensors", "--simulate"), err.toString());

        assertEquals(2, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.contains("SIMULATED")), out.toString());
    }

    @Test
    void machinesGetAllOfIt() throws Exception {
        assertEquals(0, run("qa", "sensors", "--simulate", "--json"), err.toString());

        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        JsonNode first = json.path("sensors").path(0);
        assertEquals("sim:SIM-0", first.path("id").asText());
        assertEquals("METER", first.path("kind").asText());
        assertEquals("Candela", first.path("make").asText());
        assertEquals("SIM-0", first.path("serial").asText());
        assertTrue(first.path("simulated").asBoolean());
        assertEquals(0, json.path("advice").size());
    }

    private int run(String... args) {
        SensorShelves shelves = new SensorShelves(
                new MeterShelf(List.of(ArgyllMeters.missing())), new MeterShelf(List.of(new SimulatedMeters())));
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(QaCommand.commandLine(
                        new NoStation(), () -> AppPaths.under(folder), Clock.systemUTC(), shelves)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    /** A machine without a screen. */
    private static final class NoStation implements StationOpener {
        @Override
        public QaStation open() throws CandelaException {
            throw new CandelaException("test.none", "there is no X display here");
        }

        @Override
        public QaStation openSimulated() {
            throw new IllegalStateException("nobody asked for it");
        }
    }
}
