package org.candela.worklist.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.ui.Formats;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/**
 * Who has a study, in words.
 *
 * @param mark a few words beside the state, or in its place; empty when there is nothing to say
 * @param sentence what that means and what to do; empty with the mark
 */
// [impl->req~worklist.claim.told~1]
record ClaimWords(String mark, String sentence, boolean replacesState) {
    /** How long a claimed study may lie untouched before the row says so. */
    static final Duration IDLE = Duration.ofMinutes(20);

    private static final ClaimWords NONE = new ClaimWords("", "", false);

    static ClaimWords of(ReadingItem item, ClaimStanding standing, Optional<Instant> touched, Instant now) {
        if (standing.isTaken() && item.state() != ReadingState.FINAL) {
            return taken(item, standing);
        }
        if (!item.state().isHeld()) {
            return NONE;
        }
        ClaimWords words = held(standing);
        return idle(item, touched, now)
                .map(span -> new ClaimWords(
                        words.mark().isEmpty() ? "idle " + span : words.mark() + ", idle " + span,
                        words.sentence() + " Claimed and untouched for " + span + ": read it or give it back.",
                        false))
                .orElse(words);
    }

    private static ClaimWords taken(ReadingItem item, ClaimStanding standing) {
        String who = standing.detail().isEmpty() ? "another reader" : standing.detail();
        String next = item.state().isOpenWork() && item.state() != ReadingState.READY
                ? " Give it back; a report of it cannot be signed here."
                : " It can be opened for review.";
        return new ClaimWords("taken by " + who, "The facility keeps it for " + who + "." + next, true);
    }

    private static ClaimWords held(ClaimStanding standing) {
        return switch (standing.kept()) {
            case HERE_ONLY ->
                new ClaimWords(
                        "here only",
                        "Kept here only; other readers cannot see it."
                                + (standing.detail().isEmpty() ? "" : " " + standing.detail()),
                        false);
            case AT_FACILITY -> new ClaimWords("", "The facility keeps it for you; no other reader gets it.", false);
            case UNANSWERED ->
                new ClaimWords(
                        "not confirmed",
                        "The facility has not answered yet whether it is yours; it is asked again by itself.",
                        false);
            case TAKEN -> NONE;
        };
    }

    /** What hangs on the screens is not idle. */
    // [impl->req~worklist.claim.idle~1]
    private static Optional<String> idle(ReadingItem item, Optional<Instant> touched, Instant now) {
        if (item.state() == ReadingState.OPEN) {
            return Optional.empty();
        }
        return item.claim()
                .map(claim -> Duration.between(touched.orElse(claim.since()), now))
                .filter(since -> since.compareTo(IDLE) >= 0)
                .map(Formats::span);
    }
}
