package org.candela.readiness;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.readiness.ReadinessItem.Status;

/** What an earlier shift left: reports no facility has acknowledged, drafts nobody signed, claims nobody let go. */
// [impl->req~readiness.queue~1]
public final class QueueCheck implements ReadinessCheck {
    private static final String ID = "queue";
    private static final String TITLE = "Work left behind";

    private final Work work;

    /** Who knows. */
    @FunctionalInterface
    public interface Work {
        /** Counts now; blocks on the disk. */
        Left left() throws CandelaException;
    }

    /**
     * How many of each.
     *
     * @param unacknowledged reports on their way or stuck
     * @param unsigned drafts without a final version
     * @param claims held since an earlier shift
     * @param critical critical results nobody was told of
     */
    public record Left(int unacknowledged, int unsigned, int claims, int critical) {}

    public QueueCheck(Work work) {
        this.work = work;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return judge(work.left());
        } catch (CandelaException e) {
            return new ReadinessItem(ID, TITLE, Status.NOT_ASSESSED, "It cannot be counted (" + e.code() + ").", "");
        }
    }

    private static ReadinessItem judge(Left left) {
        List<String> words = new ArrayList<>();
        add(
                words,
                left.critical(),
                "critical result that nobody was told of",
                "critical results that nobody was told of");
        add(words, left.unacknowledged(), "report not acknowledged", "reports not acknowledged");
        add(words, left.unsigned(), "draft not signed", "drafts not signed");
        add(words, left.claims(), "claim of an earlier shift", "claims of an earlier shift");
        if (words.isEmpty()) {
            return ReadinessItem.ready(ID, TITLE, "Nothing: each report was acknowledged.")
                    .with(Evidence.read("nothing", "this workstation"));
        }
        String all = String.join(", ", words);
        return new ReadinessItem(ID, TITLE, Status.WARNING, all + ".", "Sign or send them, or give the studies back.")
                .with(Evidence.read(all, "this workstation"));
    }

    private static void add(List<String> words, int count, String one, String many) {
        if (count > 0) {
            words.add(count + " " + (count == 1 ? one : many));
        }
    }
}
