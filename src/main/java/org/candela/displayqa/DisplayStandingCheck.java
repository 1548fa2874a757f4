package org.candela.displayqa;

import java.time.Clock;
import java.time.Duration;
import org.candela.base.ScreenId;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/** Whether a diagnostic display may be read from, as far as its QA goes. */
// [impl->req~displayqa.gate~1]
public final class DisplayStandingCheck implements ReadinessCheck {
    private static final String CALIBRATE = "Calibrate the display.";
    private static final String LOOK_AND_CALIBRATE = "Look into the last QA report, then calibrate the display.";

    private final QaLedger ledger;
    private final Clock clock;
    private final Watched watched;

    /**
     * The display to ask about.
     *
     * @param title as the reader knows it, as {@code "Left diagnostic display"}
     * @param retest how long a conformance run holds
     */
    public record Watched(ScreenId display, String title, Duration retest) {}

    public DisplayStandingCheck(QaLedger ledger, Clock clock, Watched watched) {
        this.ledger = ledger;
        this.clock = clock;
        this.watched = watched;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return item(QaStanding.of(ledger, watched.display(), watched.retest(), clock.instant()));
        } catch (StoreException e) {
            return item(
                    Status.BLOCKED,
                    "The QA ledger cannot be read (" + e.code() + ").",
                    "See whether the disk is there and can be written.");
        }
    }

    private ReadinessItem item(QaStanding standing) {
        return switch (standing.state()) {
            case NEVER_CALIBRATED, OVERDUE -> item(Status.BLOCKED, standing.reason(), CALIBRATE);
            case FAILED -> item(Status.BLOCKED, standing.reason(), LOOK_AND_CALIBRATE);
            case NOT_ASSESSED ->
                item(Status.NOT_ASSESSED, standing.reason(), "Provide what the last QA report says is missing.");
            case SIMULATED -> item(Status.WARNING, standing.reason(), "For demonstration only: measure with a meter.");
            case IN_ORDER -> item(Status.READY, standing.reason(), "");
        };
    }

    private ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem("display.qa." + watched.display(), watched.title(), status, reason, whatToDo);
    }
}
