package org.candela.shell;

import org.candela.ui.Messages;

/**
 * Something the user can do, under a stable id: behind a key, a menu, the palette or a script alike.
 *
 * @param id dotted, lower case: {@code "worklist.next"}
 * @param title what the user reads, a verb first
 * @param effect does it; what can be taken back is recorded in the {@link org.candela.base.EditHistory} by whoever does it
 */
public record Command(String id, String title, Runnable effect) {
    /** A command whose title stands in {@code words} as {@code command.<id>}. */
    public static Command titled(Messages words, String id, Runnable effect) {
        return new Command(id, words.text("command." + id), effect);
    }
}
