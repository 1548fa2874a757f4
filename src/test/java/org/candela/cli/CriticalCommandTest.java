package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.readiness.card.CardPaper;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.critical~1]
class CriticalCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MovableClock clock = new MovableClock();
    private SigningKey key;

    @BeforeEach
    void makeAKey() throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            key = new SigningKeys(new QaLedger(database, new AuditLog()), folder.resolve("signing.key"), clock)
                    .current();
        }
    }

    private final CheckCommand.CardDesk desk = new CheckCommand.CardDesk() {
        @Override
        public SigningKey key() throws CandelaException {
            return key;
        }

        @Override
        public List<String> fingerprints() {
            return List.of(key.fingerprint());
        }

        @Override
        public CardPaper.About about() {
            return new CardPaper.About("reader", "desk-1", "Candela", "");
        }
    };

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(CriticalCommand.commandLine(() -> folder.resolve("candela.db"), clock, () -> "reader", desk)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private String begin() {
        assertEquals(
                0,
                run(
                        "critical",
                        "record",
                        "new",
                        "--facility",
                        "north",
                        "--study",
                        "1.2.3",
                        "--accession",
                        "A1",
                        "--category",
                        "1",
                        "--finding",
                        "tension pneumothorax"),
                err::toString);
        return out.toString().substring(0, 8);
    }

    @Test
    void aPolicyGoesOutAndComesBackAndAWrongLineIsNamed() throws Exception {
        Path file = folder.resolve("policy.txt");
        assertEquals(0, run("critical", "policy", "north"));
        assertTrue(out.toString().contains("start values"));
        assertEquals(0, run("critical", "policy", "north", "--export", file.toString()));
        Files.writeString(file, Files.readString(file) + "step * 0m | ED charge nurse | Jane | 0101\n");
        assertEquals(0, run("critical", "policy", "north", "--import", file.toString()), err::toString);
        assertEquals(0, run("critical", "policy", "north"));
        assertTrue(out.toString().contains("version 1") && out.toString().contains("0101"), out::toString);

        Files.writeString(file, "zone UTC\nlimit 9 15m\n");
        assertEquals(Candela.BAD_INPUT, run("critical", "policy", "north", "--import", file.toString()));
        assertTrue(err.toString().contains("policy.txt: line 2: "), err::toString);
        assertEquals(0, run("critical", "policy", "north", "--history"));
        assertFalse(out.toString().contains("version 2"));
    }

    @Test
    void oneIsOpenedTriedToldAndListed() {
        assertEquals(0, run("critical", "list"));
        String id = begin();
        assertEquals(Candela.NO, run("critical", "list"));
        assertTrue(out.toString().contains("15 min left"), out::toString);

        assertEquals(0, run("critical", "record", id, "--tried", "ED", "--phone", "0101"), err::toString);
        assertEquals(
                0,
                run("critical", "record", id, "--told", "Roe", "--role", "ED attending", "--read-back"),
                err::toString);
        assertTrue(out.toString().contains("discussed with Roe, ED attending by reader by telephone"), out::toString);
        assertEquals(0, run("critical", "list"));
        assertEquals(0, run("critical", "show", id));
        assertTrue(out.toString().contains("attempted") && out.toString().contains("told"), out::toString);
        assertEquals(0, run("critical", "record", id, "--told", "Rowe", "--read-back", "--correct", "misheard"));
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() {
        String id = begin();

        assertEquals(Candela.BAD_INPUT, run("critical", "record", id, "--told", "Roe"));
        assertTrue(err.toString().contains("say why"), err::toString);
        assertEquals(Candela.BAD_INPUT, run("critical", "record", "ffffffff", "--told", "Roe", "--read-back"));
        assertEquals(Candela.BAD_INPUT, run("critical", "record", id));
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void evidenceIsWrittenAndVerified() throws Exception {
        Path file = folder.resolve("evidence.pdf");
        assertEquals(0, run("critical", "evidence", begin(), file.toString()), err::toString);
        assertEquals(0, run("critical", "verify", file.toString()), out::toString);

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertFalse(run("critical", "verify", file.toString()) == 0);
    }
}
