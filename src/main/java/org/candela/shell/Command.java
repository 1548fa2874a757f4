package org.candela.shell;

import java.util.function.Supplier;

/**
 * Something the user can do, under a stable id: behind a key, a menu, the palette or a script alike.
 *
 * @param id dotted, lower case: {@code "worklist.next"}
 * @param title what the user reads, a verb first
 * @param effect does it and gives back its undoing; {@link #NOTHING_TO_UNDO} when there is none
 */
public record Command(String id, String title, Supplier<Runnable> effect) {
    /** Given back by effects that cannot or need not be undone. */
    public static final Runnable NOTHING_TO_UNDO = () -> {};

    /** A command without undo. */
    public static Command of(String id, String title, Runnable effect) {
        return new Command(id, title, () -> {
            effect.run();
            return NOTHING_TO_UNDO;
        });
    }
}
