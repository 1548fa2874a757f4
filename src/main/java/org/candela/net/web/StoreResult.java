package org.candela.net.web;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;

/**
 * What a STOW-RS server did with the objects it was sent (PS3.18 §10.5.3).
 *
 * @param stored SOP Instance UIDs the server kept
 * @param failed those it did not keep
 * @param warned those it kept, but not as they were sent; also in {@code stored}
 * @param unanswered those it was sent and said nothing about
 */
public record StoreResult(List<Uid> stored, List<Failed> failed, List<Failed> warned, List<Uid> unanswered) {
    /**
     * What a server has to say about one object.
     *
     * @param reason Failure Reason (0008,1197) or Warning Reason (0008,1196), PS3.18 Tables I.2-1 and I.2-2; 0 when not
     *     told
     */
    public record Failed(Uid sopInstanceUid, int reason) {
        /** The reason in words. */
        public String text() {
            return StoreReasons.text(reason);
        }
    }

    static final StoreResult NOTHING = new StoreResult(List.of(), List.of(), List.of(), List.of());

    public StoreResult {
        stored = List.copyOf(stored);
        failed = List.copyOf(failed);
        warned = List.copyOf(warned);
        unanswered = List.copyOf(unanswered);
    }

    /** Whether everything was kept, by the server's own word. */
    public boolean isComplete() {
        return failed.isEmpty() && unanswered.isEmpty();
    }

    StoreResult and(StoreResult more) {
        return new StoreResult(
                joined(stored, more.stored),
                joined(failed, more.failed),
                joined(warned, more.warned),
                joined(unanswered, more.unanswered));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
