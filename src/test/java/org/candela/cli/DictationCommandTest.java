package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.pad.hid.ButtonPress;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.dictation~1]
class DictationCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Candela.commandLine(
                () -> 0,
                List.of(new DictationCommand(
                        () -> home.resolve("candela.db"), CLOCK, () -> "reader", (more, patience) -> {
                            assertEquals(Set.of("05f3:00ff"), more);
                            return Optional.of(new ButtonPress("05f3:00ff", "left-pedal", ButtonPress.Edge.DOWN));
                        })));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(out, true));
        return command.execute(arguments);
    }

    @Test
    void policyAndTrendAreToldAndAWrongNumberChangesNothing() throws Exception {
        try (Database database = Database.open(home.resolve("candela.db"), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK)
                    .add(Facility.of(new FacilityId("north"), "North", URI.create("http://localhost:1")));
            database.change(tx -> tx.update(
                    "INSERT INTO dictation_accuracy VALUES ('2026-11-24', 'fake-1', 3, 400, 26, 60, 57, 1, 0)"));
        }

        assertEquals(0, run("dictation", "policy", "north"));
        assertEquals(0, run("dictation", "policy", "north", "--days", "7"));
        assertEquals(2, run("dictation", "policy", "north", "--days", "366"));
        assertEquals(0, run("dictation", "policy", "north"));
        assertEquals(2, run("dictation", "policy", "south"));
        assertEquals(0, run("dictation", "trend"));

        assertEquals(
                List.of(
                        "north: deleted with the final signature",
                        "north: kept 7 days after it",
                        "candela: sound is kept for 0 to 365 days, not 366",
                        "north: kept 7 days after it",
                        "candela: south is no facility here; see candela facility list",
                        "2026-11-24  fake-1: 3 reports, 6.5 % of 400 words changed, 95 % of 60 medical terms heard, 1 sides"
                                + " and 0 negations slipped"),
                out.toString().lines().toList());
        assertTrue(run("dictation", "--help") == 0);
    }

    // [utest->req~dictation.buttons~1]
    @Test
    void theButtonThatIsPressedNextIsTaughtAndListed() {
        assertEquals(0, run("dictation", "teach", "delete_last", "--device", "05F3:00FF"));
        assertEquals(0, run("dictation", "buttons"));
        assertEquals(2, run("dictation", "teach", "sing"));

        assertEquals(
                List.of("Infinity foot pedal, left-pedal: delete_last", "05f3:00ff left-pedal: delete_last"),
                out.toString().lines().toList().subList(0, 2));
    }
}
