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
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.Vocabulary;
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
                List.of(DictationCommand.commandLine(
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

    // [utest->req~cli.vocabulary~1]
    @Test
    void wordsAreAddedListedAndRemovedAndProposalsAreOfferedUntilTheyAreEither() throws Exception {
        try (Database database = Database.open(home.resolve("candela.db"), CLOCK)) {
            Vocabulary vocabulary = new Vocabulary(database, CLOCK, "reader");
            vocabulary.propose(
                    List.of(new AddedWord("Zyntrel", "zin trail", Kind.TERM), new AddedWord("Quorix", "", Kind.TERM)));
            vocabulary.propose(List.of(new AddedWord("Zyntrel", "", Kind.TERM)));
        }

        assertEquals(0, run("dictation", "vocabulary", "proposals"));
        assertEquals(0, run("dictation", "vocabulary", "add", "Zyntrel", "--sounds-like", "zin trail"));
        assertEquals(0, run("dictation", "vocabulary", "add", "Doe", "--kind", "person"));
        assertEquals(2, run("dictation", "vocabulary", "add", "two words"));
        assertEquals(0, run("dictation", "vocabulary", "remove", "Quorix"));
        assertEquals(2, run("dictation", "vocabulary", "remove", "Quorix"));
        assertEquals(0, run("dictation", "vocabulary", "proposals"));
        assertEquals(0, run("dictation", "vocabulary", "list"));

        List<String> told = out.toString().lines().toList();
        assertEquals(
                List.of(
                        "Zyntrel (term): sounds like zin trail, in 2 reports",
                        "Quorix (term): as its letters say, in 1 report",
                        "Zyntrel (term): sounds like zin trail, heard from the next opening of the engine on",
                        "Doe (person): as its letters say, heard from the next opening of the engine on"),
                told.subList(0, 4));
        assertTrue(told.contains("1 word removed"), out.toString());
        assertTrue(
                told.contains("candela: Quorix is no word of yours; see candela dictation vocabulary list"),
                out.toString());
        assertEquals(
                List.of("Doe (person): as its letters say", "Zyntrel (term): sounds like zin trail"),
                told.subList(told.size() - 2, told.size()));
    }

    // [utest->req~cli.vocabulary~1]
    @Test
    void theEngineIsToldChosenAndNeedsItsModel() throws Exception {
        assertEquals(0, run("dictation", "engine"));
        assertEquals(2, run("dictation", "engine", "vosk:" + home.resolve("none")));
        assertEquals(2, run("dictation", "engine", "siri"));
        assertEquals(0, run("dictation", "engine", "vosk:" + home));
        assertEquals(0, run("dictation", "engine"));

        List<String> told = out.toString().lines().toList();
        assertEquals("sphinx", told.get(0));
        assertEquals(
                "candela: " + home.resolve("none") + " is not there; scripts/speech-model fetches one", told.get(1));
        assertEquals("vosk:" + home, told.get(told.size() - 1));
    }
}
