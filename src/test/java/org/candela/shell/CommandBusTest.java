package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~shell.commands~1]
class CommandBusTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final EditHistory history = new EditHistory();
    private final CommandBus bus = new CommandBus(history, failures::add);
    private int value;

    @BeforeEach
    void commands() {
        bus.register(step("one", 1));
        bus.register(step("ten", 10));
        bus.register(new Command("look", "Look", () -> {}));
        bus.register(new Command("fail", "Fail", () -> {
            throw new IllegalStateException("broken");
        }));
    }

    @Test
    void undoTakesBackTheLastUndoableCommandAndRedoRunsItAgain() {
        bus.run("one");
        bus.run("ten");
        bus.run("look");

        bus.undo();
        assertEquals(1, value);
        bus.redo();
        assertEquals(11, value);
        assertEquals(Optional.of("ten"), bus.undoable());
    }

    @Test
    void aNewCommandEndsWhatCouldBeRedone() {
        bus.run("one");
        bus.undo();

        bus.run("ten");
        bus.redo();

        assertEquals(10, value);
    }

    @Test
    void aFailingCommandIsReportedAndLeavesHistoryAlone() {
        bus.run("one");
        bus.run("fail");

        assertEquals(1, failures.size());
        assertEquals(Optional.of("one"), bus.undoable());
    }

    @Test
    void undoAndRedoWithoutHistoryDoNothing() {
        bus.undo();
        bus.redo();

        assertEquals(0, value);
        assertEquals(List.of(), failures);
    }

    @Test
    void aChangeThatCannotBeTakenBackIsReported() {
        history.add(new Edit(
                "stuck",
                () -> {
                    throw new IllegalStateException("stuck");
                },
                () -> {}));

        bus.undo();

        assertEquals(1, failures.size());
        assertEquals(Optional.of("stuck"), bus.undoable());
    }

    @Test
    void twoCommandsWithOneIdAndACommandThatDoesNotExistAreMistakesOfTheDeveloper() {
        assertThrows(IllegalArgumentException.class, () -> bus.register(step("one", 2)));
        assertThrows(IllegalArgumentException.class, () -> bus.run("none"));
    }

    private Command step(String id, int size) {
        return new Command(id, id, () -> {
            value += size;
            history.add(new Edit(id, () -> value -= size, () -> value += size));
        });
    }
}
