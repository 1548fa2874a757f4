package org.candela.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench.AmbientSource;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.room.NoiseCheck;
import org.candela.readiness.room.RoomBook;
import org.candela.readiness.room.TemperatureCheck;
import org.candela.readiness.room.WindowCheck;
import org.candela.store.StoreException;

/** What the card asks about the room. */
final class RoomChecks {
    private final House house;
    private final ReadinessLimits.Room limits;

    RoomChecks(House house, ReadinessLimits limits) {
        this.house = house;
        this.limits = limits.room();
    }

    /** @param displays those that are read from */
    List<ReadinessCheck> checks(Supplier<List<ScreenId>> displays) {
        House.Base base = house.base();
        RoomBook book = new RoomBook(new Journal(base.database(), base.audit(), base.clock()));
        return List.of(
                this::light,
                new NoiseCheck(book, limits, base.clock()),
                new TemperatureCheck(book, limits, base.clock(), () -> checked(displays.get())),
                new WindowCheck(book, limits, base.clock()));
    }

    /** When the display that was looked at longest ago was looked at. */
    private Optional<Instant> checked(List<ScreenId> displays) {
        return displays.stream().map(this::lastRun).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private Optional<Instant> lastRun(ScreenId display) {
        try {
            return house.displays().ledger().latest(display).map(StoredRun::at);
        } catch (StoreException e) {
            return Optional.empty(); // the display's own item tells
        }
    }

    /** The light that display QA knows, by the limits of the standard calibrated to. */
    private ReadinessItem light() {
        try {
            return house.displays()
                    .ledger()
                    .roomIlluminance()
                    .filter(light -> limits.isOfThisShift(
                            light.at(), house.base().clock().instant()))
                    .map(this::judge)
                    .orElseGet(() -> unknown("Not measured in this shift."));
        } catch (StoreException e) {
            return unknown("What is on file cannot be read (" + e.code() + ").");
        }
    }

    private ReadinessItem judge(RoomIlluminance light) {
        double lux = Math.round(10 * light.light().lux()) / 10.0;
        String value = lux + " lx";
        Evidence evidence = light.source() == AmbientSource.MEASURED
                ? Evidence.measured(value, light.at(), light.by())
                : Evidence.attested(value, light.at(), light.by());
        boolean isWithin = house.displays().standards().goal().limits().stream()
                .filter(limit -> limit.quantity() == Quantity.ROOM_ILLUMINANCE)
                .allMatch(limit -> limit.isMetBy(lux));
        String found = value + " by " + light.by() + ", by "
                + house.displays().standards().goal().title() + ".";
        return new ReadinessItem(
                        "room.light",
                        "Light of the room",
                        isWithin ? Status.READY : Status.WARNING,
                        found,
                        isWithin ? "" : "Dim or light the room, then measure again.")
                .with(evidence);
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(
                        "room.light",
                        "Light of the room",
                        Status.NOT_ASSESSED,
                        found,
                        "Measure it: candela qa room --lux, or on the page of displays.")
                .with(Evidence.MISSING);
    }
}
