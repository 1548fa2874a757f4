package org.candela.readiness.room;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Entry;
import org.candela.store.StoreException;

/** Whether the room is quiet enough to read and dictate: below the limit, as shown with one decimal. */
// [impl->req~readiness.noise~1]
public final class NoiseCheck implements ReadinessCheck {
    private static final String ID = "room.noise";
    private static final String TITLE = "Noise";
    private static final String MEASURE = "Measure: candela room noise; or enter what a sound level meter reads.";

    private final RoomBook book;
    private final ReadinessLimits.Room limits;
    private final Clock clock;

    public NoiseCheck(RoomBook book, ReadinessLimits.Room limits, Clock clock) {
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<Entry.Kept> kept = book.noise().filter(this::isOfThisShift);
            return kept.map(this::judge).orElseGet(() -> unknown("Not measured in this shift.", Evidence.MISSING));
        } catch (StoreException e) {
            return unknown("What is on file cannot be read (" + e.code() + ").", Evidence.MISSING);
        }
    }

    private ReadinessItem judge(Entry.Kept kept) {
        return RoomBook.figure(kept)
                .map(this::judge)
                .orElseGet(() -> unknown(
                        "The microphone is not calibrated: it hears "
                                + text(kept.body().path("fullScale").asDouble())
                                + " dB below full scale, which no limit can be held against.",
                        Evidence.measured(
                                text(kept.body().path("fullScale").asDouble()) + " dBFS(A), not calibrated",
                                kept.at(),
                                kept.body().path("source").asText())));
    }

    private ReadinessItem judge(RoomBook.Figure noise) {
        String value = text(noise.value()) + " dB(A)";
        Evidence evidence = new Evidence(value, Optional.of(noise.at()), noise.source(), noise.basis());
        String found = value + " by " + noise.source() + ", limit below " + text(limits.noiseBelow()) + ".";
        boolean isQuiet = Math.round(10 * noise.value()) < Math.round(10 * limits.noiseBelow());
        return (isQuiet
                        ? ReadinessItem.ready(ID, TITLE, found)
                        : new ReadinessItem(
                                ID,
                                TITLE,
                                Status.WARNING,
                                found,
                                "Close door and windows, put the machine further away; then measure again."))
                .with(evidence);
    }

    private boolean isOfThisShift(Entry.Kept kept) {
        return limits.isOfThisShift(kept.at(), clock.instant());
    }

    private static ReadinessItem unknown(String found, Evidence evidence) {
        return new ReadinessItem(ID, TITLE, Status.NOT_ASSESSED, found, MEASURE).with(evidence);
    }

    private static String text(double decibel) {
        return String.format(Locale.ROOT, "%.1f", decibel);
    }
}
