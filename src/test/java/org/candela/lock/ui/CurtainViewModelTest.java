package org.candela.lock.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.lock.Proof;
import org.candela.lock.RoomLock;
import org.candela.lock.RoomLock.Cause;
import org.candela.lock.RoomLock.State;
import org.candela.lock.ui.CurtainViewModel.Section;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~lock.curtain~1]
class CurtainViewModelTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private CurtainViewModel model;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        Proof proof = new Proof() {
            @Override
            public Kind kind() {
                return Kind.PIN;
            }

            @Override
            public boolean isRight(char[] secret) {
                return Arrays.equals(secret, "2468".toCharArray());
            }
        };
        RoomLock lock = new RoomLock(proof, new RoomLock.Desk(database, new AuditLog(), clock, "reader"));
        model = new CurtainViewModel(lock, new CurtainViewModel.Threads(Runnable::run, Runnable::run), clock);
        model.showing(() -> List.of(new Section("WHOM TO CALL", "0101")));
        model.beside(() -> List.of(new Section("REPORT", "text")));
        model.lock(Cause.KEY).join();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatWasTypedIsWipedWhateverCameOfIt() {
        char[] wrong = "1357".toCharArray();
        char[] right = "2468".toCharArray();

        model.unlock(wrong).join();
        assertEquals(State.LOCKED, model.stateProperty().get());
        assertEquals("That is not it", model.saidProperty().get());
        model.unlock(right).join();

        assertEquals(State.OPEN, model.stateProperty().get());
        assertArrayEquals(new char[4], wrong);
        assertArrayEquals(new char[4], right);
    }

    @Test
    void howLongToWaitIsTold() {
        for (int i = 0; i < 3; i++) {
            model.unlock("1357".toCharArray()).join();
        }

        assertTrue(
                model.saidProperty().get().contains("The next try is in 31 s"),
                model.saidProperty().get());
    }

    @Test
    void anEmergencyShowsTheBoardAndItsEndTakesItAway() {
        model.openInEmergency("short").join();
        assertEquals(State.LOCKED, model.stateProperty().get());

        model.openInEmergency("Roe, covering: reader fell ill").join();
        assertEquals(
                List.of("REPORT", "WHOM TO CALL"),
                model.boardProperty().get().stream().map(Section::title).toList());

        model.lock(Cause.KEY).join();
        assertEquals(State.LOCKED, model.stateProperty().get());
        assertEquals(List.of(), model.boardProperty().get());
    }
}
