package org.candela.viewer.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.candela.base.MemoryBudget;
import org.candela.viewer.picture.CanvasSize;
import org.jspecify.annotations.Nullable;

/**
 * The surfaces of one place on the screen, counted in the account of those. FX thread.
 *
 * <p>One on the screen, the one before, which the toolkit may still be reading, one being drawn, one drawn aside.
 */
final class SurfacePool {
    private static final int MOST = 4;
    /** A pixel on the screen, and its stored value. */
    private static final int BYTES = Integer.BYTES + Short.BYTES;

    private final MemoryBudget.Account account;
    private final Deque<Slot> free = new ArrayDeque<>();
    private int count;
    private @Nullable Slot before;
    private @Nullable Slot shown;

    /** Room for a surface, which the thread that draws fills: to clear it takes longer than a frame of the screen. */
    static final class Slot {
        private final CanvasSize size;
        private @Nullable Surface surface;

        private Slot(CanvasSize size) {
            this.size = size;
        }

        /** Used by one thread at a time. */
        Surface surface() {
            Surface made = surface;
            if (made == null) {
                made = new Surface(size.width(), size.height());
                surface = made;
            }
            return made;
        }

        private long bytes() {
            return (long) Integer.BYTES * size.width() * size.height();
        }
    }

    SurfacePool(MemoryBudget.Account account) {
        this.account = account;
    }

    /** Whether one more picture may be held besides those that must be. */
    boolean hasRoomFor(CanvasSize size) {
        long bytes = (long) BYTES * size.width() * size.height();
        boolean hasOne = free.stream().anyMatch(slot -> slot.size.equals(size));
        return hasOne || (count < MOST && account.heldBytes() + bytes <= account.limitBytes());
    }

    /** One to draw on. */
    Slot take(CanvasSize size) {
        Slot held = free.pollFirst();
        if (held != null && held.size.equals(size)) {
            return held;
        }
        if (held != null) {
            forget(held);
        }
        Slot made = new Slot(size);
        count++;
        account.add(made.bytes());
        return made;
    }

    /** It is shown from now on. */
    Surface shown(Slot slot) {
        Slot past = before;
        before = shown;
        shown = slot;
        if (past != null) {
            giveBack(past);
        }
        return slot.surface();
    }

    /** It was not shown, or is not any more. */
    void giveBack(Slot slot) {
        if (count > MOST) {
            forget(slot);
        } else {
            free.addFirst(slot);
        }
    }

    private void forget(Slot slot) {
        count--;
        account.remove(Objects.requireNonNull(slot).bytes());
    }
}
