package org.candela.worklist;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/** What is known of claims beyond this workstation, by row. In memory; safe from any thread. */
// [impl->req~worklist.claim.told~1]
public final class ClaimStandings {
    private final Map<ReadingItem.Id, ClaimStanding> ours = new ConcurrentHashMap<>();
    private final Map<FacilityId, Map<Uid, ClaimStanding>> others = new ConcurrentHashMap<>();
    private final Map<ReadingItem.Id, Instant> touched = new ConcurrentHashMap<>();
    private final Runnable listener;

    /** @param listener called after each change, on the thread that made it */
    ClaimStandings(Runnable listener) {
        this.listener = listener;
    }

    /** How the claim on a study stands; {@link ClaimStanding#UNKNOWN} where nobody said. */
    public ClaimStanding of(ReadingItem.Id id) {
        ClaimStanding own = ours.getOrDefault(id, ClaimStanding.UNKNOWN);
        boolean isSettled = own.kept() == ClaimStanding.Kept.AT_FACILITY || own.isTaken();
        return isSettled
                ? own
                : Optional.ofNullable(
                                others.getOrDefault(id.facility(), Map.of()).get(id.study()))
                        .orElse(own);
    }

    /**
     * What became of a claim of this reader.
     *
     * @return whether that is news
     */
    public boolean put(ReadingItem.Id id, ClaimStanding standing) {
        boolean isNews = !standing.equals(ours.put(id, standing));
        if (isNews) {
            listener.run();
        }
        return isNews;
    }

    /** The reader has it no longer. */
    public void forget(ReadingItem.Id id) {
        touched.remove(id);
        ours.remove(id);
        listener.run();
    }

    /** Another reader has one study, until its facility is asked for all. */
    public void other(ReadingItem.Id id, ClaimStanding standing) {
        ours.remove(id);
        others.merge(id.facility(), Map.of(id.study(), standing), (before, added) -> {
            Map<Uid, ClaimStanding> both = new HashMap<>(before);
            both.putAll(added);
            return Map.copyOf(both);
        });
        listener.run();
    }

    /** What a facility says of the claims of other readers, in place of what it said before. */
    public void others(FacilityId facility, Map<Uid, ClaimStanding> standings) {
        Map<Uid, ClaimStanding> now = Map.copyOf(standings);
        if (!now.equals(others.put(facility, now))) {
            listener.run();
        }
    }

    /** Lets all who show the list read it again, as after several readings were given back. */
    public void tell() {
        listener.run();
    }

    /** The reader worked on it just now. */
    public void touch(ReadingItem.Id id, Instant at) {
        touched.put(id, at);
    }

    /** When the reader last worked on it since the start of the program. */
    public Optional<Instant> touchedAt(ReadingItem.Id id) {
        return Optional.ofNullable(touched.get(id));
    }
}
