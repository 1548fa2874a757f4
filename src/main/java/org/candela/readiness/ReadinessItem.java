package org.candela.readiness;

/**
 * One answered question.
 *
 * @param id stable, dotted: {@code "display.qa.ABC-1234"}
 * @param title what was asked, a few words
 * @param reason what was found, one sentence with its figures
 * @param whatToDo the next step for the reader; empty when there is nothing to do
 */
public record ReadinessItem(String id, String title, Status status, String reason, String whatToDo) {

    /** Worst first. */
    public enum Status {
        /** Primary reading is not allowed. */
        BLOCKED,
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
    }

    /** All is well. */
    public static ReadinessItem ready(String id, String title, String reason) {
        return new ReadinessItem(id, title, Status.READY, reason, "");
    }
}
