package org.candela.dictation.keep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * When sound and words go: after the final signature by the policy of the facility, with the contract at the latest, and with a
 * draft that is thrown away. Until the report is final nothing is deleted. Any thread; blocks on the disk.
 */
// [impl->req~dictation.retention~1]
public final class Retention {
    /** What was said for a report that nobody knows waits so long for somebody to listen to it. */
    static final Duration UNCLAIMED = Duration.ofDays(30);

    private static final String ACTOR = "retention";

    private final Utterances utterances;
    private final KeepPolicies policies;
    private final Drafts drafts;

    /** What the house knows of reports. Blocks on the disk. */
    public interface Drafts {
        /** Whose report it is; empty when there is no such draft. */
        Optional<FacilityId> facilityOf(String draftId) throws StoreException;

        /** The last day of the contract with a facility; empty while it has no end. */
        Optional<LocalDate> contractEnd(FacilityId facility) throws StoreException;
    }

    public Retention(Utterances utterances, KeepPolicies policies, Drafts drafts) {
        this.utterances = utterances;
        this.policies = policies;
        this.drafts = drafts;
    }

    /** Within the transaction of the final signature: its sound has a day now, which a later policy does not move. */
    public void signedFinal(Tx tx, String draftId, FacilityId facility, Instant signedAt) throws StoreException {
        Instant byPolicy = signedAt.plus(Duration.ofDays(policies.daysOf(tx, facility)));
        UtteranceRepository.deleteFrom(tx, draftId, byPolicy);
    }

    /**
     * Deletes what is due; to be called after signatures and once an hour.
     *
     * @return how many utterances went
     */
    public int sweep() throws StoreException {
        Instant now = utterances.shelf().clock().instant();
        for (String draft : undue(now)) {
            decide(draft, now);
        }
        List<UUID> due = utterances.shelf().database().read(tx -> UtteranceRepository.due(tx, now));
        return utterances.delete(due, ACTOR, "policy");
    }

    /** A draft was thrown away, and with it what was said for it. */
    public int draftGone(String draftId) throws StoreException {
        List<UUID> all = utterances.of(draftId).stream().map(KeptUtterance::id).toList();
        return utterances.delete(all, utterances.shelf().reader(), "draft thrown away");
    }

    private List<String> undue(Instant now) throws StoreException {
        return utterances.shelf().database().read(tx -> UtteranceRepository.undueDrafts(tx, now));
    }

    /** Beside the signature only the end of the contract, or that nobody knows the report any more, sets a day. */
    private void decide(String draft, Instant now) throws StoreException {
        Optional<FacilityId> facility = drafts.facilityOf(draft);
        Optional<Instant> end = facility.isPresent() ? endOf(facility.orElseThrow()) : unclaimed(draft);
        if (end.filter(at -> !at.isAfter(now)).isPresent()) {
            utterances.shelf().database().change(tx -> UtteranceRepository.deleteFrom(tx, draft, end.orElseThrow()));
        }
    }

    private Optional<Instant> unclaimed(String draft) throws StoreException {
        return utterances.of(draft).stream()
                .map(KeptUtterance::start)
                .max(Instant::compareTo)
                .map(last -> last.plus(UNCLAIMED));
    }

    private Optional<Instant> endOf(FacilityId facility) throws StoreException {
        return drafts.contractEnd(facility)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
