package org.candela.readiness.room;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.store.StoreException;

/**
 * Whether the room is as warm as its displays were calibrated for, and whether it left that range since they were last looked at:
 * a calibration drifts with temperature, so that displays are to be checked again after an excursion.
 */
// [impl->req~readiness.temperature~1]
public final class TemperatureCheck implements ReadinessCheck {
    private static final String ID = "room.temperature";
    private static final String TITLE = "Temperature";

    private final RoomBook book;
    private final ReadinessLimits.Room limits;
    private final Clock clock;
    private final Supplier<Optional<Instant>> displaysChecked;

    /** @param displaysChecked when the displays were last measured or checked */
    public TemperatureCheck(
            RoomBook book, ReadinessLimits.Room limits, Clock clock, Supplier<Optional<Instant>> displaysChecked) {
        this.book = book;
        this.limits = limits;
        this.clock = clock;
        this.displaysChecked = displaysChecked;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<RoomBook.Figure> last = book.temperature().filter(this::isOfThisShift);
            return last.isPresent() ? judge(last.orElseThrow()) : unknown("Not read in this shift.");
        } catch (StoreException e) {
            return unknown("What is on file cannot be read (" + e.code() + ").");
        }
    }

    private ReadinessItem judge(RoomBook.Figure now) throws StoreException {
        String value = text(now.value()) + " °C";
        Evidence evidence = new Evidence(value, Optional.of(now.at()), now.source(), now.basis());
        String found = value + " by " + now.source() + ", range " + text(limits.fromCelsius()) + " to "
                + text(limits.toCelsius()) + ".";
        if (!isInside(now.value())) {
            return warning(found, "Heat or cool the room; then read it again, and check the displays (F7).")
                    .with(evidence);
        }
        Optional<RoomBook.Figure> excursion = excursion();
        return excursion
                .map(out -> warning(
                        found + " It was " + text(out.value()) + " °C, and the displays were not checked since.",
                        "Check the displays (F7): a calibration drifts with temperature."))
                .orElseGet(() -> ReadinessItem.ready(ID, TITLE, found))
                .with(evidence);
    }

    /** The last reading out of range that no look at the displays came after. */
    private Optional<RoomBook.Figure> excursion() throws StoreException {
        Instant since = displaysChecked.get().orElseGet(() -> clock.instant().minus(limits.holds()));
        return book.temperatures(since).stream()
                .filter(figure -> !isInside(figure.value()) && figure.at().isAfter(since))
                .reduce((earlier, later) -> later);
    }

    /** As shown with one decimal. */
    private boolean isInside(double celsius) {
        long tenths = Math.round(10 * celsius);
        return tenths >= Math.round(10 * limits.fromCelsius()) && tenths <= Math.round(10 * limits.toCelsius());
    }

    private boolean isOfThisShift(RoomBook.Figure figure) {
        return limits.isOfThisShift(figure.at(), clock.instant());
    }

    private static ReadinessItem warning(String found, String whatToDo) {
        return new ReadinessItem(ID, TITLE, Status.WARNING, found, whatToDo);
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(
                        ID,
                        TITLE,
                        Status.NOT_ASSESSED,
                        found,
                        "Enter what a thermometer in the room reads: candela room temperature --celsius.")
                .with(Evidence.MISSING);
    }

    private static String text(double celsius) {
        return String.format(Locale.ROOT, "%.1f", celsius);
    }
}
