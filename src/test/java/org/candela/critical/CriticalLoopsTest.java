package org.candela.critical;

import static org.candela.critical.CriticalSamples.IDENTIFIED;
import static org.candela.critical.CriticalSamples.NORTH;
import static org.candela.critical.CriticalSamples.STUDY;
import static org.candela.critical.CriticalSamples.attempt;
import static org.candela.critical.CriticalSamples.policy;
import static org.candela.critical.CriticalSamples.subject;
import static org.candela.critical.CriticalSamples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.critical.CriticalLoop.State;
import org.candela.critical.Happening.Corrected;
import org.candela.critical.Happening.Told;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~critical.kept~1]
// [utest->req~critical.policy~1]
class CriticalLoopsTest {
    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(IDENTIFIED.plusSeconds(800), ZoneOffset.UTC);
    private Database database;
    private CriticalLoops loops;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        loops = CriticalLoops.open(database, new AuditLog(), clock);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private CriticalLoop begin() throws Exception {
        return loops.open(subject(), CriticalCategory.MINUTES, "tension pneumothorax", IDENTIFIED, "reader");
    }

    private List<String> audited() throws StoreException {
        return database.read(tx -> tx.query(
                "SELECT * FROM audit_event WHERE action = 'CRITICAL_RESULT' ORDER BY sequence",
                row -> row.string("detail")));
    }

    /** What a kill -9 leaves: the files as they lie there, with nothing closed. */
    private CriticalLoops afterKill() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("killed"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
        }
        try (Database restarted = Database.open(copy.resolve("candela.db"), clock)) {
            return CriticalLoops.open(restarted, new AuditLog(), clock);
        }
    }

    @Test
    void everyStepIsOnTheDiskWhenItReturns() throws Exception {
        CriticalLoop loop = begin();
        loops.add(loop.id(), attempt("ED charge nurse", "0101"), "reader");
        CriticalLoop closed = loops.add(loop.id(), new Told(told()), "reader");

        assertEquals(List.of(closed), afterKill().all());
        assertEquals(State.TOLD, closed.state());
    }

    @Test
    void whatIsOpenIsOpenAfterARestart() throws Exception {
        CriticalLoop loop = begin();

        assertEquals(List.of(loop), afterKill().stillOpen());
        assertEquals(List.of(loop), loops.about(NORTH, STUDY));
        assertFalse(loops.isToldSince(NORTH, STUDY, IDENTIFIED));
    }

    @Test
    void eachEntryIsAuditedByItsHashAndWithoutThePatient() throws Exception {
        CriticalLoop loop = begin();
        loops.add(loop.id(), new Told(told()), "reader");

        String all = String.join("\n", audited());
        assertEquals(2, audited().size());
        assertTrue(all.contains("sha256"));
        assertFalse(
                all.contains("DOE") || all.contains("MRN-4711") || all.contains("ACC-0815") || all.contains("Roe"),
                all);
        assertTrue(AuditVerifier.verify(database).isIntact());
    }

    @Test
    void noRecordIsEverChangedOrDeleted() throws Exception {
        begin();

        assertThrows(
                StoreException.class, () -> database.change(tx -> tx.update("UPDATE critical_entry SET body = '{}'")));
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM critical_entry")));
    }

    @Test
    void whatCannotHappenLeavesNothingBehind() throws Exception {
        CriticalLoop loop = begin();

        assertThrows(CriticalException.class, () -> loops.add(loop.id(), new Corrected(told(), "too early"), "reader"));
        assertThrows(CriticalException.class, () -> loops.add(UUID.randomUUID(), new Told(told()), "reader"));
        assertEquals(1, audited().size());
    }

    @Test
    void listenersHearOfEachChange() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        loops.onChange(heard::incrementAndGet);

        loops.add(begin().id(), new Told(told()), "reader");

        assertEquals(2, heard.get());
        assertTrue(loops.isToldSince(NORTH, STUDY, told().receivedAt()));
    }

    @Test
    void aPolicyIsReplacedByItsNextVersionAndStaysToBeRead() throws Exception {
        loops.policies().enter(NORTH, policy(), "reader");
        CriticalPolicy other = policy().orCalling("");
        loops.policies().enter(NORTH, CriticalPolicy.start(ZoneOffset.UTC), "reader");

        assertEquals(2, loops.policies().kept(NORTH).orElseThrow().version());
        assertEquals(
                List.of(other, CriticalPolicy.start(ZoneOffset.UTC)),
                loops.policies().versions(NORTH).stream()
                        .map(KeptPolicy::policy)
                        .toList());
        assertEquals(2, begin().opened().policy());
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM critical_policy")));
    }

    // [utest->req~critical.evidence~1]
    @Test
    void whatHeldWhenItWasIdentifiedJudgesItAfterAnotherPolicyCameToo() throws Exception {
        CriticalLoop before = begin();
        loops.policies().enter(NORTH, policy(), "reader");
        CriticalLoop first = begin();
        loops.policies().enter(NORTH, CriticalPolicy.start(ZoneOffset.UTC), "reader");

        assertEquals(policy(), loops.policyAtOpening(first));
        assertEquals(CriticalPolicy.start(ZoneOffset.UTC), loops.policyAtOpening(begin()));
        assertEquals(
                CriticalPolicy.start(ZoneOffset.UTC).limits(),
                loops.policyAtOpening(before).limits());
    }

    @Test
    void onlyWhomTheFacilityNamedReceivesUnlessTheNotesSayWhy() throws Exception {
        loops.policies().enter(NORTH, PolicyText.read("receiver ordering provider", ZoneOffset.UTC), "reader");
        CriticalLoop loop = begin();
        Communication why = new Communication(
                "Roe",
                "porter",
                "Smith",
                told().method(),
                told().receivedAt(),
                told().readBack(),
                "nobody else was there");

        CriticalException refused =
                assertThrows(CriticalException.class, () -> loops.add(loop.id(), new Told(told()), "reader"));

        assertEquals("critical.receiver", refused.code());
        assertEquals(State.TOLD, loops.add(loop.id(), new Told(why), "reader").state());
    }
}
