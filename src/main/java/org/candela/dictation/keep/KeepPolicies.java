package org.candela.dictation.keep;

import java.time.Instant;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** For how many days after the final signature each facility lets sound be kept. Any thread; blocks on the disk. */
// [impl->req~dictation.retention~1]
public final class KeepPolicies {
    /** Where nothing was set: at once. */
    public static final int AT_ONCE = 0;

    private static final int MOST_DAYS = 365;

    private final Utterances.Shelf shelf;

    public KeepPolicies(Utterances.Shelf shelf) {
        this.shelf = shelf;
    }

    /** Days after the final signature; 0 is at once. */
    public int daysOf(FacilityId facility) throws StoreException {
        return shelf.database().read(tx -> daysOf(tx, facility));
    }

    int daysOf(Tx tx, FacilityId facility) throws StoreException {
        return PolicyRepository.days(tx, facility).orElse(AT_ONCE);
    }

    /**
     * From now on, for reports that are signed then; audited.
     *
     * @param days 0..365
     */
    public void set(FacilityId facility, int days) throws StoreException {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("sound is kept for 0 to " + MOST_DAYS + " days, not " + days);
        }
        Instant now = shelf.clock().instant();
        shelf.database().change(tx -> {
            PolicyRepository.set(tx, facility, days, now);
            shelf.audit()
                    .append(
                            tx,
                            new AuditEvent(
                                    now,
                                    shelf.reader(),
                                    AuditAction.FACILITY_CHANGED,
                                    "facility:" + facility,
                                    Map.of("sound kept, days", String.valueOf(days))));
        });
    }
}
