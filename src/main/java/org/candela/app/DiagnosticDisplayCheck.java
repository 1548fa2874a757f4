package org.candela.app;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.DisplayStandingCheck;
import org.candela.displayqa.DisplayStandingCheck.Watched;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;

/** Whether the display that does one job of the desk now may be read from; it may be another one tomorrow. */
record DiagnosticDisplayCheck(String title, Supplier<Optional<ScreenId>> display, House.Displays displays, Clock clock)
        implements ReadinessCheck {
    @Override
    public ReadinessItem evaluate() {
        return display.get()
                .map(screen -> new DisplayStandingCheck(
                                displays.ledger(), clock, new Watched(screen, title, displays.retest()))
                        .evaluate())
                .orElseGet(() -> ReadinessItem.ready("display.none." + title, title, "Not part of this desk."));
    }
}
