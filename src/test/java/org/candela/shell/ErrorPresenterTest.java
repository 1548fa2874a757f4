package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.candela.base.CandelaException;
import org.candela.ui.Dialogs.Problem;
import org.junit.jupiter.api.Test;

// [utest->req~shell.errors~1]
class ErrorPresenterTest {
    private final List<Problem> shown = new ArrayList<>();
    private final ErrorPresenter errors = new ErrorPresenter(shown::add);

    @Test
    void aKnownFailureSaysWhatHappenedWhatToDoAndItsCode() {
        errors.accept(new CompletionException(new CandelaException("store.busy", "waited 5 s to write candela.db")));

        assertEquals(
                new Problem(
                        "The database could not be used",
                        "waited 5 s to write candela.db. Check that the disk is not full and can be written.",
                        "store.busy"),
                shown.get(0));
    }

    @Test
    void aFailureOfARoomWithoutWordsStillSaysWhatItKnows() {
        errors.accept(new CandelaException("novel.thing", "the novel thing failed"));

        assertEquals(new Problem("That did not work", "the novel thing failed", "novel.thing"), shown.get(0));
    }

    @Test
    void aBugShowsNoMessageSinceNobodyCheckedItForPatientData() {
        Problem problem = errors.describe(new IllegalStateException("row of DOE^JANE"));

        assertFalse(problem.toString().contains("DOE"));
        assertEquals("bug.IllegalStateException", problem.code());
    }
}
