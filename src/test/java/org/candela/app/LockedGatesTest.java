package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.EditHistory;
import org.candela.lock.Proof;
import org.candela.lock.RoomLock;
import org.candela.report.ReportSamples;
import org.candela.report.SignGate;
import org.candela.report.SignatureMeaning;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedGatesTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<String> ran = new ArrayList<>();
    private final EditHistory history = new EditHistory();
    private final CommandBus bus = new CommandBus(history, failure -> {
        throw new AssertionError(failure);
    });
    private Database database;
    private RoomLock lock;
    private LockedGates gates;

    @BeforeEach
    void aRoom() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        lock = new RoomLock(Proof.NONE, new RoomLock.Desk(database, new AuditLog(), clock, "reader"));
        gates = new LockedGates(lock);
        bus.allow(gates::allows);
        for (String id : List.of(
                "report.sign-final",
                "viewer.next-image",
                "viewer.tool.length",
                "worklist.next",
                "viewer.key-image",
                "critical.record",
                "lock.now")) {
            bus.register(new Command(id, id, () -> ran.add(id)));
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<String> runAll() {
        ran.clear();
        bus.commands().forEach(command -> bus.run(command.id()));
        return List.copyOf(ran);
    }

    private int obstacles() throws Exception {
        return gates.beforeSigning(SignGate.OPEN)
                .obstacles(ReportSamples.study(), SignatureMeaning.FINAL)
                .size();
    }

    // [utest->req~lock.read-only~1]
    @Test
    void lockedNothingRunsAndInAnEmergencyOnlyWhatLooks() throws Exception {
        assertEquals(7, runAll().size());
        assertEquals(0, obstacles());

        lock.lock();
        assertEquals(List.of("lock.now"), runAll());
        assertEquals(1, obstacles());

        lock.openInEmergency("Roe, covering: reader fell ill");
        assertEquals(List.of("viewer.next-image", "lock.now"), runAll());
        assertEquals(1, obstacles());

        lock.lock();
        lock.unlock(new char[0]);
        assertEquals(7, runAll().size());
        assertEquals(0, obstacles());
    }

    // [utest->req~lock.read-only~1]
    @Test
    void lockedNothingIsTakenBackEither() {
        List<String> undone = new ArrayList<>();
        history.add(new org.candela.base.Edit("a line", () -> undone.add("line"), () -> {}));

        lock.lock();
        bus.undo();

        assertEquals(List.of(), undone);
    }

    private static String logged(Throwable failure) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("org.candela"), Level.ERROR, "a bug", failure, new Object[0]);
        return new QuietThrowables().convert(event);
    }

    // [utest->req~lock.log~1]
    @Test
    void whatABugQuotesIsNotInTheLogAndWhereItIsIs() {
        RuntimeException bug = new IllegalStateException(
                "report of DOE^JANE", new NumberFormatException("For input string: \"DOE^JANE\""));
        bug.addSuppressed(new IllegalArgumentException("DOE^JANE"));

        String log = logged(bug);

        assertFalse(log.contains("DOE"), log);
        assertTrue(log.contains("Caused by: java.lang.NumberFormatException"), log);
        assertTrue(log.contains("LockedGatesTest"), log);
        assertTrue(logged(new IOException("disk is full")).contains("disk is full"));
    }
}
