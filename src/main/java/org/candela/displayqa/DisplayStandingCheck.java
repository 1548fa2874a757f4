package org.candela.displayqa;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/**
 * Whether a diagnostic display may be read from, as far as its QA goes: one answer for each standard that facilities ask for,
 * which holds for their cases alone.
 */
// [impl->req~displayqa.gate~1]
// [impl->req~displayqa.gate-by-facility~1]
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
     * @param standards what it must satisfy for whom
     */
    public record Watched(ScreenId display, String title, Standards standards) {}

    public DisplayStandingCheck(QaLedger ledger, Clock clock, Watched watched) {
        this.ledger = ledger;
        this.clock = clock;
        this.watched = watched;
    }

    /** The worst of {@link #answers}. */
    @Override
    public ReadinessItem evaluate() {
        return answers().stream()
                .min(Comparator.comparing(ReadinessItem::status))
                .orElseThrow();
    }

    @Override
    public List<ReadinessItem> answers() {
        return watched.standards().profiles().stream().map(this::answer).toList();
    }

    private ReadinessItem answer(CalibrationProfile standard) {
        try {
            return item(QaStanding.of(ledger, watched.display(), standard, clock.instant()));
        } catch (StoreException e) {
            return item(
                    standard,
                    Status.BLOCKED,
                    "The QA ledger cannot be read (" + e.code() + ").",
                    "See whether the disk is there and can be written.");
        }
    }

    private ReadinessItem item(QaStanding standing) {
        CalibrationProfile standard = standing.standard();
        String reason = forWhom(standard) + standing.reason();
        return switch (standing.state()) {
            case NEVER_CALIBRATED, OVERDUE -> item(standard, Status.BLOCKED, reason, CALIBRATE);
            case FAILED -> item(standard, Status.BLOCKED, reason, LOOK_AND_CALIBRATE);
            case NOT_ASSESSED ->
                item(standard, Status.NOT_ASSESSED, reason, "Provide what the last QA report says is missing.");
            case SIMULATED -> item(standard, Status.WARNING, reason, "For demonstration only: measure with a meter.");
            case IN_ORDER -> item(standard, Status.READY, reason, "");
        };
    }

    private String forWhom(CalibrationProfile standard) {
        String names = watched.standards().namesOf(standard);
        return names.isEmpty() ? "" : "For " + names + ": ";
    }

    private ReadinessItem item(CalibrationProfile standard, Status status, String reason, String whatToDo) {
        return new ReadinessItem(
                "display.qa." + watched.display() + "." + standard.id(),
                watched.title() + ", " + standard.title(),
                status,
                reason,
                whatToDo,
                watched.standards().facilitiesOf(standard));
    }
}
