package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.readiness.Evidence;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.card.CardPaper;
import org.candela.readiness.stamp.ConditionsStamp;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.Signing;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CardCommandTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SigningKey key;

    @BeforeEach
    void aKey() throws Exception {
        try (Database database = Database.open(folder.resolve("keys.db"), clock)) {
            key = new SigningKeys(new QaLedger(database, new AuditLog()), folder.resolve("signing.key"), clock)
                    .current();
        }
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CheckCommand.CardDesk desk = new CheckCommand.CardDesk() {
            @Override
            public SigningKey key() {
                return key;
            }

            @Override
            public List<String> fingerprints() {
                return List.of(key.fingerprint());
            }

            @Override
            public CardPaper.About about() {
                return new CardPaper.About("Doe", "reading-room", "Candela", "2026-11");
            }
        };
        Readiness readiness =
                new Readiness(List.of(ReadinessItem.ready("machine", "Machine", "Good.")), clock.instant());
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(
                        new CheckCommand(() -> readiness, desk),
                        new ReportCommand(() -> folder.resolve("candela.db"), clock, desk)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    // [utest->req~cli.card~1]
    @Test
    void aWrittenCardIsCheckedAndAChangedOneIsFound() throws Exception {
        for (String name : List.of("card.pdf", "card.json")) {
            String file = folder.resolve(name).toString();
            assertEquals(0, run("check", "--export", file));
            assertEquals(0, run("check", "--verify", file), out.toString());
            assertEquals(Candela.NO, run("check", "--verify", file, "--key", "0123456789abcdef"));
            assertEquals(Candela.BAD_INPUT, run("check", "--export", file), "nothing is written over");
        }
        Path card = folder.resolve("card.json");
        Files.writeString(card, Files.readString(card).replace("Good.", "Bad."));

        assertEquals(Candela.NO, run("check", "--verify", card.toString()));
        assertTrue(out.toString().contains("/items/0/reason is now \"Bad.\""), out.toString());
    }

    // [utest->req~cli.card~1]
    @Test
    void whatIsNoCardIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertEquals(Candela.BAD_INPUT, run("check", "--verify", other.toString()));
        assertEquals(
                Candela.BAD_INPUT,
                run("check", "--export", folder.resolve("card.txt").toString()));
    }

    // [utest->req~cli.report-conditions~1]
    @Test
    void conditionsOfReportsAreListedAndWrittenSigned() throws Exception {
        assertEquals(Candela.NO, run("report", "conditions"));
        Ledger ledger = ReportSamples.ledger(folder, clock);
        ReportSamples.signing(
                        ledger,
                        new ConditionsStamp(facility -> Map.of(
                                "room.noise", Evidence.attested("34.5 dB(A)", clock.instant(), "Class 2 meter"))))
                .sign(ReportSamples.request(ReportSamples.draft(), SignatureMeaning.FINAL));
        ledger.database().close();
        Path file = folder.resolve("conditions.json");

        assertEquals(0, run("report", "conditions", "--export", file.toString()), err.toString());

        assertTrue(out.toString().contains("34.5 dB(A), Class 2 meter (attested)"), out.toString());
        JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
        assertEquals(
                "34.5 dB(A)", json.at("/reports/0/conditions/room.noise/value").asText());
        assertEquals("Ed25519", json.at("/seal/algorithm").asText());
    }

    // [utest->req~cli.report-versions~1]
    @Test
    void versionsOfReportsAreListedComparedAndVerified() throws Exception {
        assertEquals(Candela.NO, run("report", "versions"));
        Ledger ledger = ReportSamples.ledger(folder, clock);
        ReportDraft draft = ReportSamples.draft();
        Signing signing = ReportSamples.signing(ledger);
        signing.sign(ReportSamples.request(draft, SignatureMeaning.PRELIMINARY));
        signing.sign(
                ReportSamples.request(draft.withText("impression", "No chronic disease."), SignatureMeaning.FINAL));
        ledger.database().close();
        String id = draft.id().value();

        assertEquals(0, run("report", "versions", id), err.toString());
        assertTrue(out.toString().contains("version 2 final, John Doe"), out.toString());
        assertEquals(0, run("report", "diff", id));
        assertTrue(out.toString().contains("Impression: No [-acute-] {+chronic+} disease."), out.toString());
        assertEquals(Candela.BAD_INPUT, run("report", "diff", id, "--to", "7"));
        assertEquals(0, run("report", "verify"));
        assertTrue(out.toString().contains("intact: 2 signed versions"), out.toString());
        assertEquals(Candela.BAD_INPUT, run("report", "hold", id, "--by", "1999", "--reason", "No order."));
        assertEquals(0, run("report", "hold", "another", "--by", "1999", "--reason", "No order."), err.toString());
        assertEquals(0, run("report", "resume", "another", "--by", "1999"));
    }
}
