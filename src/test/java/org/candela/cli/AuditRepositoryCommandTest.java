package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.audit.export.Collector;
import org.candela.audit.export.Forwarding;
import org.candela.audit.export.RepositoryCheck;
import org.candela.audit.export.Station;
import org.candela.base.CandelaException;
import org.candela.net.tls.TlsTrust;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~cli.audit-repository~1]
class AuditRepositoryCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void something() throws Exception {
        try (Database database = Database.open(file(), CLOCK)) {
            database.change(tx -> new AuditLog()
                    .append(tx, AuditEvent.of(NOW.minus(Duration.ofHours(3)), "doe", AuditAction.IMPORTED, "study:1")));
        }
    }

    @AfterEach
    void end() {
        guard.shutdownNow();
    }

    private Path file() {
        return folder.resolve("candela.db");
    }

    private final class Desk implements AuditRepositoryCommand.Desk {
        @Override
        public <T> T with(AuditRepositoryCommand.Work<T> work) throws CandelaException {
            try (Database database = Database.open(file(), CLOCK)) {
                return work.on(database, new Forwarding(database, new AuditLog(), station(), CLOCK, guard));
            }
        }

        @Override
        public TlsTrust trust(Collector collector) {
            return TlsTrust.standard();
        }

        @Override
        public void keepPassword() {
            throw new AssertionError("nobody asked for a certificate");
        }

        @Override
        public Station station() {
            return new Station("reading-room", "candela", 1);
        }

        @Override
        public String who() {
            return "reader:doe";
        }
    }

    private int candela(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var line = Candela.commandLine(() -> 0, List.of(AuditCommand.commandLine(this::file, CLOCK, new Desk())));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aRepositoryIsNamedShownAndLeft() {
        assertEquals(0, candela("audit", "repository", "show"));
        assertTrue(out.toString().contains("no audit repository was named"), out::toString);

        assertEquals(0, candela("audit", "repository", "set", "localhost", "--port", "1", "--from-start"));
        assertTrue(out.toString().contains("localhost:1: 2 events wait, none taken yet"), out::toString);

        assertEquals(2, candela("audit", "repository", "send"), err::toString);
        assertTrue(err.toString().contains("took nothing"), err::toString);
        assertEquals(0, candela("audit", "repository", "show", "--json"));
        assertTrue(
                out.toString().contains("\"waiting\" : 2") || out.toString().contains("\"waiting\":2"), out::toString);

        assertEquals(0, candela("audit", "repository", "off"));
        assertEquals(0, candela("audit", "repository", "send"));
        assertTrue(out.toString().contains("0 events sent"), out::toString);
    }

    @Test
    void whatIsNoRepositoryIsRefusedInWords() {
        assertEquals(2, candela("audit", "repository", "set", "localhost", "--port", "70000"));
        assertTrue(err.toString().contains("1 to 65535"), err::toString);
        assertEquals(2, candela("audit", "repository", "set", "localhost", "--pin", "12"));
        assertTrue(err.toString().contains("64 hexadecimal digits"), err::toString);
        assertEquals(2, candela("audit", "repository"));
    }

    @Test
    void theTrailIsWrittenIntoANewFileAndNeverOverOne() throws Exception {
        Path file = folder.resolve("trail.xml");

        assertEquals(0, candela("audit", "repository", "write", file.toString()), err::toString);
        List<String> lines = Files.readAllLines(file);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("<AuditMessage>") && lines.get(0).contains("110107"), lines.get(0));
        assertEquals(2, candela("audit", "repository", "write", file.toString()));
        assertTrue(err.toString().contains(file + ": cannot be written"), err::toString);
    }

    @Test
    void theCardWarnsOfWhatWaitsForLong() throws Exception {
        assertEquals(Status.READY, card());
        assertEquals(0, candela("audit", "repository", "set", "localhost", "--port", "1"));
        assertEquals(Status.READY, card(), "what was before is not asked for");
        assertEquals(0, candela("audit", "repository", "set", "localhost", "--port", "1", "--from-start"));
        assertEquals(Status.WARNING, card());
    }

    private Status card() throws Exception {
        try (Database database = Database.open(file(), CLOCK)) {
            return new RepositoryCheck(database, CLOCK).evaluate().status();
        }
    }
}
