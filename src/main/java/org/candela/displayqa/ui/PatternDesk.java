package org.candela.displayqa.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualSet;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaException;

/** What a visual test needs before it begins, and where its answers go. Device thread. */
final class PatternDesk {
    private final PageServices services;
    private final DisplayQa qa;
    private final Clock clock;

    PatternDesk(PageServices services, DisplayQa qa, Clock clock) {
        this.services = services;
        this.qa = qa;
        this.clock = clock;
    }

    /** The order of one set of tests on one display, through its table in force; other places each time. */
    VisualOrder order(DisplayDevice display, VisualSet set) throws CandelaException {
        var active = services.ledger()
                .activeLut(display.id())
                .orElseThrow(() -> new QaException(
                        "displayqa.never-calibrated",
                        display.id() + " has no table to look through: calibrate it first"));
        VisualConditions conditions = new VisualConditions(services.reader(), 0, "as at work");
        return new VisualOrder(
                display, active.lut(), set, conditions, clock.instant().toEpochMilli(), Optional.empty());
    }

    /** {@link #order} as a visual test of its own, which begins now. */
    VisualOrder test(DisplayDevice display, VisualSet set) throws CandelaException {
        VisualOrder order = order(display, set);
        return order.begun(qa.beginLooking(display, services.station().site(display)));
    }

    /** Keeps the answers, with the graphics LUT as it is now. */
    StoredRun keep(VisualOrder order, List<VisualResult> results) throws CandelaException {
        return qa.keepVisual(
                order.begun().orElseThrow(), results, services.station().ramp(order.display()), services.reader());
    }
}
