package org.candela.study.frames;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.candela.study.FrameKey;
import org.jspecify.annotations.Nullable;

/** What all askers wish. Adding, removing and {@link #of} are safe from any thread; the rest is guarded by the loader. */
final class Wishes implements Need {
    /** A frame that failed is not tried again as long as so few others did. */
    private static final int MOST_FAILED = 256;

    private final List<Asker> askers = new CopyOnWriteArrayList<>();
    private final Set<FrameKey> failed = new LinkedHashSet<>();

    void add(Asker asker) {
        askers.add(asker);
    }

    void remove(Asker asker) {
        askers.remove(asker);
    }

    @Override
    public long of(FrameKey key) {
        long least = NONE;
        for (Asker asker : askers) {
            least = Math.min(least, asker.standing().need(key));
        }
        return least;
    }

    /** Leaves it out of wishes: it could not be read. */
    void failed(FrameKey key) {
        failed.add(key);
        if (failed.size() > MOST_FAILED) {
            failed.remove(failed.iterator().next());
        }
    }

    /**
     * The most wanted frame that is missing and would find room; of askers that want theirs as much the one that was served
     * longer ago. {@code null} when there is none.
     */
    // [impl->req~study.prefetch-fair~1]
    @Nullable
    FrameKey next(Predicate<FrameKey> isMissing, LongPredicate hasRoom) {
        Asker best = null;
        FrameKey found = null;
        long least = NONE;
        for (Asker asker : askers) {
            FrameKey key = asker.next(wished -> isMissing.test(wished) && !failed.contains(wished));
            long need = key == null ? NONE : asker.standing().need(key);
            boolean isServedLess = best != null && need == least && asker.served() < best.served();
            if (key != null && (need < least || isServedLess)) {
                best = asker;
                found = key;
                least = need;
            }
        }
        if (best == null || !hasRoom.test(least)) {
            return null;
        }
        best.take();
        return found;
    }
}
