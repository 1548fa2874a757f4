package org.candela.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candela.critical.Happening.Attempted;
import org.candela.critical.Happening.Kind;
import org.candela.critical.Happening.Opened;

/**
 * One critical finding from its identification until somebody there knows. Immutable; what it is follows from what happened
 * to it, of which nothing is ever taken away.
 *
 * @param entries oldest first; the first is {@link Opened}
 */
// [impl->req~critical.loop~1]
public record CriticalLoop(UUID id, List<Entry> entries) {
    /** Longest silence. */
    public static final Duration LONGEST_SNOOZE = Duration.ofMinutes(15);

    private static final Map<State, Set<Kind>> ALLOWED = Map.of(
            State.IDENTIFIED, EnumSet.of(Kind.ATTEMPTED, Kind.TOLD, Kind.SNOOZED, Kind.LEFT_OPEN, Kind.WITHDRAWN),
            State.TRYING, EnumSet.of(Kind.ATTEMPTED, Kind.TOLD, Kind.SNOOZED, Kind.LEFT_OPEN, Kind.WITHDRAWN),
            State.TOLD, EnumSet.of(Kind.CORRECTED, Kind.REOPENED),
            State.WITHDRAWN, EnumSet.of(Kind.REOPENED));

    /** Where a loop stands. */
    public enum State {
        /** Nobody was tried yet. */
        IDENTIFIED,
        /** Somebody was tried and did not come to know. */
        TRYING,
        /** Somebody there knows. */
        TOLD,
        /** Opened by mistake. */
        WITHDRAWN;

        /** Whether somebody still has to be told. */
        public boolean isOpen() {
            return this == IDENTIFIED || this == TRYING;
        }
    }

    /** What happened, when it was entered and by whom. */
    public record Entry(Instant at, String by, Happening happening) {
        public Entry {
            if (by.isBlank()) {
                throw new IllegalArgumentException("an entry says who made it");
            }
        }
    }

    public CriticalLoop {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !(entries.get(0).happening() instanceof Opened)) {
            throw new IllegalArgumentException("a loop begins with what was found");
        }
    }

    /** How it began. */
    public Opened opened() {
        return (Opened) entries.get(0).happening();
    }

    public CriticalSubject subject() {
        return opened().subject();
    }

    public CriticalCategory category() {
        return opened().category();
    }

    public String finding() {
        return opened().finding();
    }

    public Instant identifiedAt() {
        return opened().identifiedAt();
    }

    /** Where it stands. */
    public State state() {
        State state = State.IDENTIFIED;
        for (Entry entry : entries) {
            state = after(state, entry.happening().kind());
        }
        return state;
    }

    private static State after(State state, Kind kind) {
        return switch (kind) {
            case OPENED -> State.IDENTIFIED;
            case ATTEMPTED, REOPENED -> State.TRYING;
            case TOLD -> State.TOLD;
            case WITHDRAWN -> State.WITHDRAWN;
            case CORRECTED, SNOOZED, LEFT_OPEN -> state;
        };
    }

    /** The communication that counts: the newest, as it was last put right; empty while the loop is open. */
    public Optional<Communication> communication() {
        Optional<Communication> counting = Optional.empty();
        for (Entry entry : entries) {
            if (entry.happening() instanceof Happening.Told told) {
                counting = Optional.of(told.communication());
            } else if (entry.happening() instanceof Happening.Corrected corrected) {
                counting = Optional.of(corrected.communication());
            }
        }
        return counting.filter(communication -> state() == State.TOLD);
    }

    /** Calls that came to nothing, oldest first. */
    public List<Attempted> attempts() {
        return entries.stream()
                .map(Entry::happening)
                .filter(Attempted.class::isInstance)
                .map(Attempted.class::cast)
                .toList();
    }

    /** Until when it is silent; empty when it is not, or was reopened since. */
    public Optional<Instant> snoozedUntil() {
        Optional<Instant> until = Optional.empty();
        for (Entry entry : entries) {
            if (entry.happening() instanceof Happening.Snoozed snoozed) {
                until = Optional.of(snoozed.until());
            } else if (entry.happening().kind() == Kind.REOPENED) {
                until = Optional.empty();
            }
        }
        return until;
    }

    /**
     * The same loop to which this happened.
     *
     * @throws CriticalException {@code critical.state} where it cannot happen now, {@code critical.time} where its times cannot
     *     be
     */
    public CriticalLoop with(Entry entry) throws CriticalException {
        State state = state();
        if (!Optional.ofNullable(ALLOWED.get(state))
                .orElseThrow()
                .contains(entry.happening().kind())) {
            throw new CriticalException(
                    "critical.state", refusal(state, entry.happening().kind()));
        }
        requireTimes(entry);
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new CriticalLoop(id, more);
    }

    private static String refusal(State state, Kind kind) {
        return switch (state) {
            case TOLD -> "this critical result is closed; correct its record or open it again, with a reason";
            case WITHDRAWN -> "this critical result was withdrawn; open it again first, with a reason";
            case IDENTIFIED, TRYING ->
                kind == Kind.CORRECTED
                        ? "nobody was told yet, so there is no record to correct"
                        : "this critical result is open already";
        };
    }

    private void requireTimes(Entry entry) throws CriticalException {
        Optional<Instant> said = Optional.empty();
        if (entry.happening() instanceof Happening.Told told) {
            said = Optional.of(told.communication().receivedAt());
        } else if (entry.happening() instanceof Happening.Corrected corrected) {
            said = Optional.of(corrected.communication().receivedAt());
        } else if (entry.happening() instanceof Attempted attempted) {
            said = Optional.of(attempted.calledAt());
        } else if (entry.happening() instanceof Happening.Snoozed snoozed
                && Duration.between(entry.at(), snoozed.until()).compareTo(LONGEST_SNOOZE) > 0) {
            throw new CriticalException(
                    "critical.time", "an alarm is silent for at most " + LONGEST_SNOOZE.toMinutes() + " minutes");
        }
        if (said.filter(at -> at.isBefore(identifiedAt())).isPresent()) {
            throw new CriticalException(
                    "critical.time", "this is before the finding was identified; look at the times");
        }
        if (said.filter(at -> at.isAfter(entry.at().plusSeconds(60))).isPresent()) {
            throw new CriticalException("critical.time", "this has not come yet; look at the times");
        }
    }
}
