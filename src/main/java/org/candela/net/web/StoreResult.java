package org.candela.net.web;

import java.util.List;
import org.candela.base.Uid;

/**
 * What a STOW-RS server did with the objects it was sent (PS3.18 §10.5.3).
 *
 * @param stored SOP Instance UIDs the server kept
 * @param failed those it did not keep
 */
public record StoreResult(List<Uid> stored, List<Failed> failed) {
    /**
     * One object not kept.
     *
     * @param reason Failure Reason (0008,1197), PS3.4 Annex B and PS3.18 Table 10.5.3-1; 0 when not told
     */
    public record Failed(Uid sopInstanceUid, int reason) {}

    public StoreResult {
        stored = List.copyOf(stored);
        failed = List.copyOf(failed);
    }

    /** Whether everything was kept. */
    public boolean isComplete() {
        return failed.isEmpty();
    }
}
