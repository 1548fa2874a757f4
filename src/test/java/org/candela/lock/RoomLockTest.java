package org.candela.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.lock.RoomLock.Cause;
import org.candela.lock.RoomLock.State;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~lock.unlock~1]
// [utest->req~lock.emergency~1]
// [utest->req~lock.audit~1]
// [utest->req~lock.idle~1]
class RoomLockTest {
    private static final char[] RIGHT = "2468".toCharArray();
    private static final char[] WRONG = "1357".toCharArray();

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private RoomLock lock;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        lock = restarted();
        lock.lock();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private RoomLock restarted() {
        Proof proof = new Proof() {
            @Override
            public Kind kind() {
                return Kind.PIN;
            }

            @Override
            public boolean isRight(char[] secret) {
                return Arrays.equals(secret, RIGHT);
            }
        };
        return new RoomLock(proof, new RoomLock.Desk(database, new AuditLog(), clock, "reader"));
    }

    private List<String> audited(String action) throws StoreException {
        return database.read(tx -> tx.query(
                "SELECT * FROM audit_event WHERE action = ? ORDER BY sequence", row -> row.string("detail"), action));
    }

    @Test
    void triesAtTheSameMomentAreCountedEachSoThatNoneIsFree() throws Exception {
        AtomicInteger tested = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(8);
        RoomLock one = new RoomLock(
                new Proof() {
                    @Override
                    public Kind kind() {
                        return Kind.PIN;
                    }

                    @Override
                    public boolean isRight(char[] secret) {
                        tested.incrementAndGet();
                        return false;
                    }
                },
                new RoomLock.Desk(database, new AuditLog(), clock, "reader"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<RoomLock.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> {
                together.await();
                return one.unlock(WRONG);
            }));
        }
        for (Future<RoomLock.Answer> answer : answers) {
            assertFalse(answer.get().isOpen());
        }
        threads.shutdown();

        assertEquals(RoomLock.FREE_TRIES, tested.get());
    }

    @Test
    void theRightSecretOpensAndAWrongOneDoesNot() throws Exception {
        assertFalse(lock.unlock(WRONG).isOpen());
        assertEquals(State.LOCKED, lock.state());
        assertTrue(lock.unlock(RIGHT).isOpen());
        assertEquals(State.OPEN, lock.state());
    }

    @Test
    void afterThreeWrongOnesEvenTheRightOneWaitsAndARestartForgivesNothing() throws Exception {
        for (int i = 0; i < RoomLock.FREE_TRIES; i++) {
            lock.unlock(WRONG);
        }
        RoomLock.Answer early = restarted().unlock(RIGHT);
        assertFalse(early.isOpen());
        assertEquals(clock.instant().plusSeconds(30), early.nextTryAt());

        clock.advance(Duration.ofSeconds(30));
        assertTrue(lock.unlock(RIGHT).isOpen());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 30", "4, 60", "5, 120", "9, 1920", "10, 3600", "1000, 3600"})
    void eachFurtherWrongOneCostsTwiceTheTimeUpToAnHour(int failed, long seconds) {
        assertEquals(seconds, RoomLock.waitAfter(failed).toSeconds());
    }

    @Test
    void aClockThatIsSetBackADayKeepsNobodyOutForADay() throws Exception {
        for (int i = 0; i < RoomLock.FREE_TRIES; i++) {
            lock.unlock(WRONG);
        }
        clock.advance(Duration.ofDays(-1));

        assertFalse(lock.unlock(RIGHT).nextTryAt().isAfter(clock.instant().plus(Duration.ofHours(1))));
    }

    @Test
    void everyTryIsAuditedWithItsOutcome() throws Exception {
        lock.writeDown(Cause.IDLE);
        for (int i = 0; i < RoomLock.FREE_TRIES; i++) {
            lock.unlock(WRONG);
        }
        lock.unlock(RIGHT);
        clock.advance(Duration.ofMinutes(1));
        lock.unlock(RIGHT);

        List<String> told = audited("USER_AUTHENTICATED");
        assertEquals(
                List.of("0", "4", "4", "8", "8", "0"),
                told.stream()
                        .map(detail -> detail.replaceAll("(?s).*outcome=([0-9]+).*", "$1"))
                        .toList());
        assertTrue(told.get(0).contains("cause=IDLE"));
        assertFalse(String.join("", told).contains("1357"));
        assertTrue(AuditVerifier.verify(database).isIntact());
    }

    @Test
    void anEmergencyNeedsItsReasonAndIsAuditedFromBeginningToEnd() throws Exception {
        assertEquals(
                "lock.reason",
                assertThrows(LockException.class, () -> lock.openInEmergency("  help  "))
                        .code());
        assertEquals(State.LOCKED, lock.state());

        lock.openInEmergency("Roe, covering: reader fell ill");
        assertEquals(State.EMERGENCY, lock.state());

        lock.lock();
        lock.writeDown(Cause.EMERGENCY_ENDED);
        List<String> told = audited("EMERGENCY_ACCESS");
        assertTrue(told.get(0).contains("event=started") && told.get(0).contains("reader fell ill"));
        assertTrue(told.get(1).contains("event=stopped"));
    }

    @Test
    void whatIsOpenNeedsNoEmergency() throws Exception {
        lock.unlock(RIGHT);

        assertEquals(
                "lock.not-locked",
                assertThrows(LockException.class, () -> lock.openInEmergency("a reason that is long enough"))
                        .code());
    }

    @Test
    void whereNothingWasSetUpTheLockHidesAndAnythingOpensIt() throws Exception {
        RoomLock bare = new RoomLock(Proof.NONE, new RoomLock.Desk(database, new AuditLog(), clock, "reader"));
        bare.lock();

        assertTrue(bare.unlock(new char[0]).isOpen());
        assertTrue(audited("USER_AUTHENTICATED").get(0).contains("proof=NONE"));
    }

    @Test
    void itLocksAfterTheTimeOfTheSettingAndATouchBeginsItAnew() {
        AtomicLong nanos = new AtomicLong();
        IdleWatch idle = new IdleWatch(clock, nanos::get);

        nanos.set(Duration.ofMinutes(10).toNanos() - 1);
        assertFalse(idle.isIdle(LockSetting.START));
        nanos.incrementAndGet();
        assertTrue(idle.isIdle(LockSetting.START));
        idle.touch();
        assertFalse(idle.isIdle(LockSetting.START));
    }

    @Test
    void aMachineThatSleptLocksWhenItWakesAndAClockSetBackDoesNotKeepItOpen() {
        AtomicLong nanos = new AtomicLong();
        IdleWatch idle = new IdleWatch(clock, nanos::get);

        clock.advance(Duration.ofMinutes(11));
        assertTrue(idle.isIdle(LockSetting.START));

        idle.touch();
        clock.advance(Duration.ofHours(-3));
        nanos.set(Duration.ofMinutes(10).toNanos());
        assertTrue(idle.isIdle(LockSetting.START));
    }

    @Test
    void neverNeedsATypedReason() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> new LockSetting(Duration.ZERO, "no"));
        assertThrows(IllegalArgumentException.class, () -> new LockSetting(Duration.ofMinutes(121), ""));
        LockSettings settings = new LockSettings(database, new AuditLog(), clock);
        assertEquals(LockSetting.START, settings.now());

        LockSetting never = new LockSetting(Duration.ZERO, "the desk stands in a locked room of my own");
        settings.enter(never, "reader");

        assertEquals(never, settings.now());
        AtomicLong nanos = new AtomicLong();
        IdleWatch idle = new IdleWatch(clock, nanos::get);
        nanos.set(Duration.ofDays(1).toNanos());
        assertFalse(idle.isIdle(never));
        assertTrue(audited("LOCK_CHANGED").get(0).contains("a locked room of my own"));
    }
}
