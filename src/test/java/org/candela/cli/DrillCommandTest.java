package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.candela.base.Uid;
import org.candela.drill.DrillRecord;
import org.candela.drill.DrillStep;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

// [utest->req~cli.drill~1]
class DrillCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static DrillStep step(List<String> lost) {
        return new DrillStep("Link lost", "It came back.", lost, Duration.ofMillis(1300));
    }

    private int run(DrillStep... steps) {
        DrillCommand.Ground ground = new DrillCommand.Ground() {
            @Override
            public DrillRecord run(Consumer<DrillStep> told) {
                List.of(steps).forEach(told);
                return new DrillRecord(Instant.EPOCH, List.of(steps));
            }

            @Override
            public void typeUntilKilled(Uid study) {
                throw new AssertionError("nobody asked for a child");
            }
        };
        CommandLine line = Candela.commandLine(() -> 0, List.of(new DrillCommand(ground)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute("drill");
    }

    @Test
    void aDrillThatLostNothingEndsWithZeroAndSaysThatItWasADrill() {
        assertEquals(0, run(step(List.of())));

        String all = out.toString() + err;
        assertTrue(all.contains("nothing of your work is touched"), all);
        assertTrue(all.contains("passed  Link lost: It came back. Lost: nothing. Well again after 1.3 s."), all);
        assertTrue(out.toString().contains("DRILL passed: 1 of 1 steps passed."), out.toString());
    }

    @Test
    void whatWasLostIsNamedAndEndsWithOne() {
        assertEquals(1, run(step(List.of()), step(List.of("the signed report"))));

        String all = out.toString() + err;
        assertTrue(all.contains("failed  Link lost: It came back. LOST: the signed report."), all);
        assertTrue(out.toString().contains("DRILL failed: 1 of 2 steps passed."), out.toString());
    }
}
