package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.candela.worklist.FacilityHealth;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.WorklistSnapshot;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ShiftCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final FacilityId CLINIC = new FacilityId("clinic");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    // [utest->req~cli.check~1]
    @Test
    void checkIsYesWhenNothingBlocks() {
        ReadinessItem warning =
                new ReadinessItem("disk.space", "Disk space", Status.WARNING, "2 GB free.", "Free some.");

        int exit = run(check(warning, ReadinessItem.ready("clock", "Clock", "Agrees.")), "check");

        assertEquals(0, exit);
        assertEquals(
                List.of(
                        "WARNING       Disk space: 2 GB free. Free some.",
                        "READY         Clock: Agrees.",
                        "Primary reading is allowed."),
                out.toString().lines().toList());
    }

    // [utest->req~cli.check~1]
    @Test
    void checkIsNoAndSaysWhyWhenSomethingBlocks() throws Exception {
        ReadinessItem blocked = new ReadinessItem("clock", "Clock", Status.BLOCKED, "Off by 300 s.", "Set the clock.");

        int exit = run(check(blocked), "check", "--json");

        assertEquals(1, exit);
        JsonNode card = JsonMapper.builder().build().readTree(out.toString());
        assertFalse(card.get("primaryReadingAllowed").asBoolean());
        assertEquals("BLOCKED", card.at("/items/0/status").asText());
        assertEquals("Off by 300 s.", card.at("/items/0/reason").asText());
    }

    @Test
    void checkThatCannotOpenTheStoreIsBadInputInOneLine() {
        CheckCommand broken = new CheckCommand(() -> {
            throw new StoreException("store.read-only", "the folder of /x/candela.db cannot be created or written");
        });

        assertEquals(2, run(broken, "check"));
        assertEquals(
                List.of("candela: the folder of /x/candela.db cannot be created or written;"
                        + " make the folder writable, or set CANDELA_HOME to one that is"),
                err.toString().lines().toList());
    }

    // [utest->req~cli.worklist~1]
    @Test
    void worklistShowsEachStudyWithTheReasonOfItsPlace() throws Exception {
        FacilityHealth answered = FacilityHealth.answered(CLINIC, NOW);

        int exit = run(worklist(answered), "worklist", "--json");

        assertEquals(0, exit);
        JsonNode list = JsonMapper.builder().build().readTree(out.toString());
        assertEquals("1.2.3", list.at("/items/0/studyInstanceUid").asText());
        assertTrue(list.at("/items/0/orderReason").asText().startsWith("STAT as the facility sent it; due in 20 min"));
        assertEquals("reader", list.at("/items/0/claimedBy").asText());
        assertEquals("2026-11-24T01:30:00Z", list.at("/items/0/lastSeen").asText());
        assertTrue(list.at("/items/0/isStillListed").asBoolean());
        assertFalse(list.at("/facilities/0/isStale").asBoolean());
    }

    // [utest->req~cli.worklist~1]
    @Test
    void worklistIsNoWhenAFacilityDidNotAnswerAndKeepsItsRows() {
        FacilityHealth dead = new FacilityHealth(
                CLINIC, Optional.of(NOW.minusSeconds(720)), Optional.of("connection refused"), Optional.empty());

        int exit = run(worklist(dead), "worklist");

        assertEquals(1, exit);
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("STAT     CLAIMED      clinic        CT"), lines.get(0));
        assertEquals("STALE    clinic last answered 12 min ago: connection refused", lines.get(1));
        assertEquals("1 study", lines.get(2));
    }

    private int run(Object command, String... args) {
        CommandLine line = Candela.commandLine(() -> 0, List.of(command));
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private static CheckCommand check(ReadinessItem... items) {
        return new CheckCommand(() -> new Readiness(List.of(items), NOW));
    }

    private static WorklistCommand worklist(FacilityHealth health) {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        Instant received = NOW.minusSeconds(600);
        StudySummary study = new StudySummary(
                new StudyIdentity(new Uid("1.2.3"), patient, "A1", Optional.empty(), "CT HEAD", ""),
                CLINIC,
                Set.of("CT"),
                1,
                Optional.of(ReadingPriority.STAT),
                Optional.of(received));
        ReadingItem item = new ReadingItem(
                study,
                new ReadingItem.Urgency(ReadingPriority.STAT, true, received, received.plusSeconds(1800)),
                ReadingState.CLAIMED,
                Optional.of(new ReadingItem.Claim("reader", NOW)),
                new ReadingItem.Listing(NOW, true));
        return new WorklistCommand(() -> new WorklistSnapshot(List.of(item), List.of(health)), CLOCK);
    }
}
