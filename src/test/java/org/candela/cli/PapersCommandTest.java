package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.practice.PaperShelf;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PapersCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T17:00:00Z"), ZoneOffset.UTC);
    private static final String YEAR = "from=2026-01-01 through=2026-12-31";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aClinicInTexas() throws Exception {
        try (Database database = Database.open(database(), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK)
                    .add(Facility.of(new FacilityId("clinic"), "Clinic", URI.create("http://localhost/web"))
                            .withStates(Set.of("TX")));
        }
    }

    private Path database() {
        return folder.resolve("candela.db");
    }

    /** Papers of this test. */
    private record Documents(Path folder) implements PapersCommand.Documents {
        @Override
        public String keep(Path file) throws CandelaException {
            return new PaperShelf(folder.resolve("papers")).keep(file);
        }

        @Override
        public Path compactList() {
            return folder.resolve("compact.yaml");
        }
    }

    private int run(String words) {
        return run(words.split(" "));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(
                        new PapersCommand(this::database, CLOCK, () -> "reader", new Documents(folder)),
                        new GateCommand(this::database, CLOCK)));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
    }

    private void allInOrder() {
        assertEquals(0, run("papers enter licence state=tx number=K1 grade=full route=compact " + YEAR), err::toString);
        assertEquals(
                0,
                run("papers enter credential facility=clinic status=approved applied=2026-01-01 reads=final " + YEAR),
                err::toString);
        assertEquals(
                0,
                run("papers enter policy carrier=C number=P1 states=TX,NM facilities=clinic telemedicine=true"
                        + " tail=true " + YEAR),
                err::toString);
        assertEquals(
                0,
                run("papers enter engagement facility=clinic model=contractor associateAgreement=2026-01-01 " + YEAR),
                err::toString);
        assertEquals(0, run("papers enter location country=US place=GA"), err::toString);
    }

    // [utest->req~cli.papers~1]
    // [utest->req~cli.gate~1]
    @Test
    void withoutPapersAStudyMayNotBeReadAndWithThemItMay() {
        assertEquals(1, run("gate ask --facility clinic"));
        assertTrue(
                out.toString()
                        .contains("BLOCK  claim.licence  No licence of Texas allows reading today."
                                + "  [the facility serves TX; no licence of TX on file]"),
                out::toString);

        allInOrder();

        assertEquals(0, run("gate ask --facility clinic"), out::toString);
        assertEquals(1, run("gate ask --facility clinic --state NM"), out::toString);
        assertEquals(1, run("gate ask --facility clinic --modality MG"), out::toString);
    }

    // [utest->req~cli.papers~1]
    @Test
    void whatIsListedAsJsonIsTakenInByAnotherDesk() throws Exception {
        allInOrder();
        run("papers list --json");
        Path file = folder.resolve("papers.json");
        Files.writeString(file, out.toString());
        Files.delete(database());
        aClinicInTexas();

        assertEquals(0, run("papers", "import", file.toString()), err::toString);

        assertEquals(0, run("gate ask --facility clinic"), out::toString);
    }

    // [utest->req~cli.papers~1]
    @Test
    void aFileWithOneBadPaperEntersNone() throws Exception {
        Path file = folder.resolve("papers.json");
        Files.writeString(
                file,
                "[{\"kind\":\"location\",\"country\":\"US\",\"place\":\"GA\",\"attestedAt\":\"2026-06-15T17:00:00Z\"},"
                        + "{\"kind\":\"licence\",\"state\":\"TX\"}]");

        assertEquals(2, run("papers", "import", file.toString()));

        assertTrue(err.toString().contains(file + ": the field \"number\" is missing"), err::toString);
        run("papers list");
        assertEquals("", out.toString().strip());
    }

    // [utest->req~cli.papers~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "licence state=TX number | not FIELD=VALUE: \"number\"",
                "licence state=ON number=1 grade=full route=direct from=2026-01-01 through=2026-12-31"
                        + " | \"state\" is a state as TX, not \"ON\"",
                "policy carrier=c number=1 telemedicine=maybe | telemedicine is true or false, not \"maybe\"",
                "licence state=TX number=1 grade=full route=direct from=2026-12-31 through=2026-01-01"
                        + " | ends on 2026-01-01 before it begins on 2026-12-31",
                "location country=usa place=GA | a country is two capital letters, as US: \"usa\""
            })
    void aBadFieldIsNamed(String paper, String message) {
        assertEquals(2, run("papers enter " + paper));

        assertTrue(err.toString().contains(message), err::toString);
    }

    // [utest->req~licence.document~1]
    @Test
    void aCopyOfThePaperIsKeptUnderItsHash() throws Exception {
        Path scan = folder.resolve("licence.pdf");
        Files.writeString(scan, "%PDF-1.7 synthetic");
        String hash = Sha256.hex(Files.readAllBytes(scan));

        assertEquals(
                0,
                run(("papers enter licence state=TX number=K1 grade=full route=direct " + YEAR + " --json --document "
                                + scan)
                        .split(" ")),
                err::toString);

        JsonNode entered = new ObjectMapper().readTree(out.toString());
        assertEquals(hash, entered.path("documentSha256").asText());
        assertEquals(
                "%PDF-1.7 synthetic", Files.readString(folder.resolve("papers").resolve(hash)));
        assertEquals(
                2,
                run(("papers enter licence state=TX number=K1 grade=full route=direct " + YEAR + " --document "
                                + folder.resolve("none.pdf"))
                        .split(" ")));
        assertTrue(err.toString().contains("none.pdf: cannot be kept"), err::toString);
    }

    // [utest->req~cli.papers~1]
    @Test
    void whatIsWithdrawnDoesNotCount() {
        allInOrder();

        assertEquals(0, run("papers", "withdraw", "licence", "TX K1"), err::toString);

        assertEquals(1, run("gate ask --facility clinic"));
        assertEquals(2, run("papers", "withdraw", "licence", "TX K1"));
    }

    // [utest->req~licence.plan~1]
    @Test
    void thePlanTellsWhatToSeeTo() throws Exception {
        assertEquals(0, run("papers plan"), err::toString);
        assertTrue(
                out.toString().contains("licence of Texas would open 0 listed studies: by the compact"), out::toString);
        assertTrue(out.toString().contains("the list of compact states is of 2026-02-05: look it up"), out::toString);
        assertTrue(out.toString().contains("lacking reference: 0 of 3"), out::toString);

        allInOrder();
        Files.writeString(folder.resolve("compact.yaml"), "as-of: 2026-06-01\nmembers: [TX]\n");
        assertEquals(0, run("papers plan --json"), err::toString);
        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertEquals(0, plan.path("wanted").size());
        assertEquals("2026-06-01", plan.path("compactListAsOf").asText());
        Files.writeString(folder.resolve("compact.yaml"), "as-of: 2026-06-01\nmembers: [XX]\n");
        assertEquals(2, run("papers plan"));
        assertTrue(
                err.toString().contains("compact.yaml: no state or territory has the postal code \"XX\""),
                err::toString);
    }

    // [utest->req~cli.gate~1]
    @Test
    void everyRuleIsListedWithWhatItAsksFor() {
        assertEquals(0, run("gate rules"));

        assertEquals(9, out.toString().strip().lines().count());
        assertTrue(out.toString().contains("claim.licence  The reader holds a full licence"), out::toString);
    }

    // [utest->req~cli.gate~1]
    @Test
    void decisionsAreWrittenToANewFileAndAForeignFacilityIsRefused() throws Exception {
        Path csv = folder.resolve("decisions.csv");

        assertEquals(0, run("gate", "decisions", "--csv", csv.toString()), err::toString);
        assertTrue(Files.readString(csv).startsWith("decision,at,reader,step,facility,study,outcome,"));
        assertEquals(2, run("gate", "decisions", "--csv", csv.toString()));
        assertEquals(2, run("gate ask --facility clinic --state ON"));
        assertTrue(err.toString().contains("candela: --state: \"ON\" is no state, as TX"), err::toString);
        assertEquals(2, run("gate ask --facility elsewhere"));
        assertTrue(err.toString().contains("see candela facility list"), err::toString);
    }
}
