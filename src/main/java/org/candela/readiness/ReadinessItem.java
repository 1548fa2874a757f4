package org.candela.readiness;

import java.util.Set;

/**
 * One answered question.
 *
 * @param id stable, dotted: {@code "display.qa.ABC-1234"}
 * @param title what was asked, a few words
 * @param reason what was found, one sentence with its figures
 * @param whatToDo the next step for the reader; empty when there is nothing to do
 * @param holdsFor ids of the facilities whose cases it is about; empty when it holds for all
 * @param evidence the figure behind the answer, when and by what it was read
 */
public record ReadinessItem(
        String id,
        String title,
        Status status,
        String reason,
        String whatToDo,
        Set<String> holdsFor,
        Evidence evidence) {

    /** Worst first. */
    public enum Status {
        /** Primary reading is not allowed. */
        BLOCKED,
        /** Below what is asked for; reading is allowed all the same. */
        FAILED,
        /** Allowed, but someone should look. */
        WARNING,
        /** Nobody could find out; allowed, and never shown as ready. */
        NOT_ASSESSED,
        READY
    }

    public ReadinessItem {
        if (id.isBlank() || title.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a readiness item needs an id, a title and a reason");
        }
        holdsFor = Set.copyOf(holdsFor);
    }

    /** An answer whose reason says all there is. */
    public ReadinessItem(String id, String title, Status status, String reason, String whatToDo, Set<String> holdsFor) {
        this(id, title, status, reason, whatToDo, holdsFor, Evidence.NONE);
    }

    /** An answer that holds for the cases of all facilities. */
    public ReadinessItem(String id, String title, Status status, String reason, String whatToDo) {
        this(id, title, status, reason, whatToDo, Set.of());
    }

    /** Whether it is about the cases of this facility. */
    public boolean holdsFor(String facility) {
        return holdsFor.isEmpty() || holdsFor.contains(facility);
    }

    /** The same answer, for whichever cases are left on the card. */
    ReadinessItem forAll() {
        return new ReadinessItem(id, title, status, reason, whatToDo, Set.of(), evidence);
    }

    /** The same answer with what it rests on. */
    public ReadinessItem with(Evidence other) {
        return new ReadinessItem(id, title, status, reason, whatToDo, holdsFor, other);
    }

    /** The same answer, about the cases of one facility alone. */
    public ReadinessItem about(String facility) {
        return new ReadinessItem(id, title, status, reason, whatToDo, Set.of(facility), evidence);
    }

    /** All is well. */
    public static ReadinessItem ready(String id, String title, String reason) {
        return new ReadinessItem(id, title, Status.READY, reason, "");
    }
}
