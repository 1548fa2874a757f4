package org.candela.net.web;

import java.util.List;

/**
 * What a server did about a workitem.
 *
 * @param answer done, or why not
 * @param warnings what it added in Warning fields; may hold patient data, therefore never logged
 */
public record UpsOutcome(Answered answer, List<String> warnings) {
    /** The answers of PS3.18 §11 that a reader can act on; all others are a {@link WebException}. */
    public enum Answered {
        /** As asked (200, 201, 202). */
        DONE,
        /** Done, though not all as asked, or it was so already: the warnings say (299). */
        DONE_WITH_WARNING,
        /** Not possible in this state, or the transaction UID is missing or another's (400). */
        NOT_ALLOWED,
        /** No such workitem (404). */
        NOT_FOUND,
        /** Against what the workitem is now: claimed by somebody else, finished, or there already (409). */
        CONFLICT,
        /** It was there and no longer is (410). */
        GONE
    }

    public UpsOutcome {
        warnings = List.copyOf(warnings);
    }

    public boolean isDone() {
        return answer == Answered.DONE || answer == Answered.DONE_WITH_WARNING;
    }

    // [impl->req~net.web.ups~1]
    static UpsOutcome of(Answer answer) throws WebException {
        List<String> warnings = answer.headers("Warning");
        return switch (answer.status()) {
            case 200, 201, 202, 204 ->
                new UpsOutcome(warnings.isEmpty() ? Answered.DONE : Answered.DONE_WITH_WARNING, warnings);
            case 400 -> new UpsOutcome(Answered.NOT_ALLOWED, warnings);
            case 404 -> new UpsOutcome(Answered.NOT_FOUND, warnings);
            case 409 -> new UpsOutcome(Answered.CONFLICT, warnings);
            case 410 -> new UpsOutcome(Answered.GONE, warnings);
            default -> throw answer.refused();
        };
    }

    /** Without the warnings, which may hold patient data. */
    @Override
    public String toString() {
        return "UpsOutcome[" + answer + ", " + warnings.size() + " warnings]";
    }
}
