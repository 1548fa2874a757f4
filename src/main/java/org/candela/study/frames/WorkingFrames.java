package org.candela.study.frames;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.candela.base.MemoryBudget;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/** Frames kept on the heap, the most recently used; guarded by its cache. */
final class WorkingFrames {
    private final MemoryBudget.Account account;
    private final Map<FrameKey, LoadedFrame> frames = new LinkedHashMap<>(16, 0.75f, true);

    WorkingFrames(MemoryBudget.Account account) {
        this.account = account;
    }

    /** Keeps it, giving up others as needed, but none that {@code isPinned}. */
    void keep(FrameKey key, LoadedFrame loaded, Predicate<FrameKey> isPinned) {
        LoadedFrame former = frames.put(key, loaded);
        account.add(loaded.byteSize() - (former == null ? 0 : former.byteSize()));
        Iterator<Map.Entry<FrameKey, LoadedFrame>> eldestFirst =
                frames.entrySet().iterator();
        while (account.heldBytes() > account.limitBytes() && eldestFirst.hasNext()) {
            Map.Entry<FrameKey, LoadedFrame> entry = eldestFirst.next();
            if (!entry.getKey().equals(key) && !isPinned.test(entry.getKey())) {
                account.remove(entry.getValue().byteSize());
                eldestFirst.remove();
            }
        }
    }

    /** Counts as a use. */
    Optional<LoadedFrame> get(FrameKey key) {
        return Optional.ofNullable(frames.get(key));
    }

    /** Gives up all that is not pinned. */
    void giveUp(Predicate<FrameKey> isPinned) {
        frames.entrySet().removeIf(entry -> {
            boolean goes = !isPinned.test(entry.getKey());
            account.remove(goes ? entry.getValue().byteSize() : 0);
            return goes;
        });
    }
}
