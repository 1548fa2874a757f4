package org.candela.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.UidHash;
import org.candela.worklist.ReadingItem.Claim;
import org.candela.worklist.ReadingItem.Urgency;
import org.candela.worklist.ReadingRepository.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One list over all facilities.
 *
 * <p>A facility that does not answer keeps its last rows, marked stale; it never empties the list. Safe from any thread.
 * {@link #refresh} does not block; the other methods wait for the disk and are not for the FX thread.
 */
public final class Worklist {
    private final Map<FacilityId, Facility> facilities = new ConcurrentHashMap<>();
    private final List<StudySource> sources;
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;
    private final Map<FacilityId, List<StudySummary>> lastAnswers = new ConcurrentHashMap<>();
    private final Map<FacilityId, FacilityHealth> health = new ConcurrentHashMap<>();

    /** A list over {@code facilities}, each with its source of studies, in the same order. */
    public Worklist(Map<Facility, StudySource> facilities, Database database, AuditLog auditLog, Clock clock) {
        facilities.keySet().forEach(facility -> this.facilities.put(facility.id(), facility));
        this.sources = List.copyOf(facilities.values());
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
        sources.forEach(source -> health.put(
                source.facility(), new FacilityHealth(source.facility(), Optional.empty(), Optional.empty())));
    }

    /** Asks all facilities at once; done when each has answered or failed. Never fails over a facility. */
    // [impl->req~worklist.stale~1]
    public CompletableFuture<Void> refresh(LocalDate since, Cancellation cancellation) {
        return CompletableFuture.allOf(sources.stream()
                .map(source -> source.studiesSince(since, cancellation)
                        .handle((found, failure) -> note(source.facility(), found, failure)))
                .toArray(CompletableFuture[]::new));
    }

    /** The list as it is known now. */
    public WorklistSnapshot snapshot() throws StoreException {
        Instant now = clock.instant();
        List<ReadingItem> items = database.write(tx -> {
            List<ReadingItem> rows = new ArrayList<>();
            for (List<StudySummary> studies : lastAnswers.values()) {
                for (StudySummary study : studies) {
                    rows.add(item(tx, study, now));
                }
            }
            return rows;
        });
        return new WorklistSnapshot(
                items.stream().sorted(ReadingOrder.MOST_URGENT_FIRST).toList(),
                sources.stream().map(source -> health(source.facility())).toList());
    }

    /** One row as it is known now; empty when no facility lists it. */
    public Optional<ReadingItem> find(ReadingItem.Id id) throws StoreException {
        return snapshot().items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Takes a study for {@code reader}. The claim is kept here only; other readers of the facility cannot see it. */
    // [impl->req~worklist.claim~1]
    public void claim(ReadingItem.Id id, String reader) throws CandelaException {
        change(id, ReadingState.READY, ReadingState.CLAIMED, reader);
    }

    /** Gives a held study back. */
    public void release(ReadingItem.Id id, ReadingState from, String reader) throws CandelaException {
        change(id, from, ReadingState.READY, reader);
    }

    /** Moves a reading on, if it still is in state {@code from}; audited in the same transaction. */
    public void change(ReadingItem.Id id, ReadingState from, ReadingState to, String reader) throws CandelaException {
        boolean isDone = database.write(tx -> transition(tx, id, new Step(from, to, reader)));
        if (!isDone) {
            throw new WorklistException(
                    "worklist.taken", "the study is no longer " + from + "; refresh the list and choose again");
        }
    }

    /** One edge of the state machine, and who takes it. */
    public record Step(ReadingState from, ReadingState to, String reader) {}

    /**
     * The same within a caller's transaction, for a signature that moves the reading on.
     *
     * @return false, with nothing changed, when the reading is no longer in the step's first state
     * @throws IllegalArgumentException when there is no such edge
     */
    public boolean transition(Tx tx, ReadingItem.Id id, Step step) throws StoreException {
        if (!step.from().canBecome(step.to())) {
            throw new IllegalArgumentException("no way from " + step.from() + " to " + step.to());
        }
        Instant now = clock.instant();
        Reading before = ReadingRepository.seen(tx, id, now);
        Optional<Claim> claim = step.to() == ReadingState.READY
                ? Optional.empty()
                : before.claim().or(() -> Optional.of(new Claim(step.reader(), now)));
        if (!ReadingRepository.change(tx, id, step.from(), new Reading(before.firstSeen(), step.to(), claim))) {
            return false;
        }
        Map<String, String> detail = Map.of(
                "facility",
                id.facility().value(),
                "from",
                step.from().name(),
                "to",
                step.to().name());
        auditLog.append(
                tx,
                new AuditEvent(
                        now,
                        step.reader(),
                        AuditAction.READING_STATE_CHANGED,
                        "study:" + UidHash.of(id.study()),
                        detail));
        return true;
    }

    private boolean note(FacilityId facility, @Nullable List<StudySummary> found, @Nullable Throwable failure) {
        if (found != null) {
            lastAnswers.put(facility, List.copyOf(found));
            health.put(facility, new FacilityHealth(facility, Optional.of(clock.instant()), Optional.empty()));
            return true;
        }
        String what = String.valueOf(cause(failure).getMessage());
        health.put(facility, new FacilityHealth(facility, health(facility).lastAnswer(), Optional.of(what)));
        return false;
    }

    private FacilityHealth health(FacilityId facility) {
        return health.getOrDefault(
                facility, new FacilityHealth(facility, Optional.empty(), Optional.of("not asked yet")));
    }

    private static Throwable cause(@Nullable Throwable failure) {
        Throwable found = failure == null ? new IllegalStateException("no answer") : failure;
        Throwable inner = found.getCause();
        return found instanceof CompletionException && inner != null ? inner : found;
    }

    private ReadingItem item(Tx tx, StudySummary study, Instant now) throws StoreException {
        Reading reading = ReadingRepository.seen(tx, new ReadingItem.Id(study.facility(), study.uid()), now);
        ReadingPriority priority = study.priority().orElse(ReadingPriority.ROUTINE);
        Instant received = study.receivedAt().orElse(reading.firstSeen());
        Facility facility = facilities.get(study.facility());
        if (facility == null) {
            throw new IllegalStateException("a study of a facility that is not on the list: " + study.facility());
        }
        Instant deadline = received.plus(facility.turnaround().of(priority));
        return new ReadingItem(
                study,
                new Urgency(priority, study.priority().isPresent(), received, deadline),
                reading.state(),
                reading.claim());
    }
}
