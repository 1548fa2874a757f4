package org.candela.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What was done, for undo and redo, the oldest forgotten beyond {@value #REMEMBERED}. Used by one thread.
 *
 * <p>There is one history for all that a reader changes, whatever part of the product changes it: one key takes back the
 * last thing done, and the thing before it at the next press.
 */
// [impl->req~base.one-history~1]
public final class EditHistory {
    static final int REMEMBERED = 500;

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Calls {@code listener} whenever what could be undone or redone has changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Remembers a change that has just been made; what was undone before can then no longer be redone. */
    public void add(Edit edit) {
        undone.clear();
        done.addLast(edit);
        if (done.size() > REMEMBERED) {
            done.removeFirst();
        }
        changed();
    }

    /** Takes the last change back; does nothing when there is none. A change that fails to go back stays done. */
    public void undo() {
        Edit last = done.peekLast();
        if (last != null) {
            last.undo().run();
            done.removeLast();
            undone.addLast(last);
            changed();
        }
    }

    /** Makes the change again that was last undone; does nothing when there is none. */
    public void redo() {
        Edit last = undone.peekLast();
        if (last != null) {
            last.redo().run();
            undone.removeLast();
            done.addLast(last);
            changed();
        }
    }

    /** What {@link #undo} would take back. */
    public Optional<Edit> undoable() {
        return Optional.ofNullable(done.peekLast());
    }

    /** What {@link #redo} would make again. */
    public Optional<Edit> redoable() {
        return Optional.ofNullable(undone.peekLast());
    }

    /** Forgets everything, as when another patient's case is opened: an undo must not reach into the former one. */
    public void forget() {
        done.clear();
        undone.clear();
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
