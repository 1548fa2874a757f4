package org.candela.base;

/**
 * A change that was made and can be taken back. Both effects are run on the thread that made the change, any number of
 * times, always by turns; neither may record an edit of its own.
 *
 * @param title what was done, as the user would say it: {@code "Remove length"}
 * @param undo brings back what was before
 * @param redo makes the change again
 */
public record Edit(String title, Runnable undo, Runnable redo) {
    public Edit {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an edit needs a title, or nobody can tell what undo would take back");
        }
    }
}
