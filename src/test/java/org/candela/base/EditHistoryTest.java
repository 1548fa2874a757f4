package org.candela.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~base.one-history~1]
class EditHistoryTest {
    private final List<String> page = new ArrayList<>();
    private final EditHistory history = new EditHistory();

    @Test
    void lastDoneIsFirstUndoneAndComesBackInOrder() {
        write("a");
        write("b");

        history.undo();
        history.undo();
        assertEquals(List.of(), page);

        history.redo();
        history.redo();
        assertEquals(List.of("a", "b"), page);
    }

    @Test
    void somethingNewEndsWhatCouldBeRedone() {
        write("a");
        history.undo();

        write("b");
        history.redo();

        assertEquals(List.of("b"), page);
        assertTrue(history.redoable().isEmpty());
    }

    @Test
    void changeThatCannotGoBackStaysDone() {
        history.add(new Edit(
                "stuck",
                () -> {
                    throw new IllegalStateException("stuck");
                },
                () -> {}));

        assertThrows(IllegalStateException.class, history::undo);

        assertEquals("stuck", history.undoable().orElseThrow().title());
        assertTrue(history.redoable().isEmpty());
    }

    @Test
    void oldestIsForgottenBeyondTheLimit() {
        for (int i = 0; i <= EditHistory.REMEMBERED; i++) {
            write(String.valueOf(i));
        }

        for (int i = 0; i <= EditHistory.REMEMBERED; i++) {
            history.undo();
        }

        assertEquals(List.of("0"), page);
    }

    @Test
    void forgottenHistoryUndoesNothing() {
        write("a");

        history.forget();
        history.undo();

        assertEquals(List.of("a"), page);
    }

    private void write(String text) {
        page.add(text);
        history.add(new Edit("Write " + text, () -> page.remove(page.size() - 1), () -> page.add(text)));
    }
}
