package org.candela.readiness.room;

import java.time.Clock;
import java.util.Optional;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Entry;
import org.candela.store.StoreException;

/** Whether a bright window or lamp is behind or beside the monitors: only the reader can see that, and says so for a shift. */
// [impl->req~readiness.window~1]
public final class WindowCheck implements ReadinessCheck {
    private static final String ID = "room.window";
    private static final String TITLE = "Window behind or beside the monitors";

    private final RoomBook book;
    private final ReadinessLimits.Room limits;
    private final Clock clock;

    public WindowCheck(RoomBook book, ReadinessLimits.Room limits, Clock clock) {
        this.book = book;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<Entry.Kept> kept = book.window().filter(said -> limits.isOfThisShift(said.at(), clock.instant()));
            return kept.map(WindowCheck::judge).orElseGet(() -> unknown("Nobody looked in this shift."));
        } catch (StoreException e) {
            return unknown("What is on file cannot be read (" + e.code() + ").");
        }
    }

    private static ReadinessItem judge(Entry.Kept kept) {
        RoomBook.Window seen = RoomBook.Window.valueOf(kept.body().path("seen").asText());
        return switch (seen) {
            case NONE ->
                ReadinessItem.ready(ID, TITLE, "None that is bright, says " + kept.by() + ".")
                        .with(Evidence.attested("none bright", kept.at(), kept.by()));
            case BRIGHT ->
                new ReadinessItem(
                                ID,
                                TITLE,
                                Status.WARNING,
                                "A bright one is in sight, says " + kept.by() + ".",
                                "Draw the curtain, or turn the desk; then say so again.")
                        .with(Evidence.attested("bright", kept.at(), kept.by()));
        };
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(
                        ID,
                        TITLE,
                        Status.NOT_ASSESSED,
                        found,
                        "Look behind and beside the monitors, then say what is there: candela room window none|bright.")
                .with(Evidence.MISSING);
    }
}
