package org.candela.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.ScreenPower;
import org.candela.calibration.device.VendorGuard;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.displayqa.GraphicsLutCheck;
import org.candela.displayqa.GraphicsLutKeeper;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * The displays of this machine as far as a driver reaches them.
 *
 * @param power keeps them awake while one is measured; empty where no driver can
 * @param reached what tells of their controls and of the room's light
 * @param graphicsLut their graphics LUTs; empty where no driver can read them, and then nothing watches over them
 */
record Screens(
        DisplayInventory inventory,
        Optional<GraphicsLut> graphicsLut,
        Optional<ScreenPower> power,
        DriftWatch.Reached reached) {
    /** A display that is being measured keeps the device thread longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Where the toolkit alone knows the displays. */
    private static final Screens NONE = new Screens(List::of, Optional.empty());

    /** Displays that nobody keeps awake. */
    Screens(DisplayInventory inventory, Optional<GraphicsLut> graphicsLut) {
        this(inventory, graphicsLut, Optional.empty(), DriftWatch.Reached.NOTHING);
    }

    /** The same, kept awake by {@code other} while one is measured. */
    Screens withPower(Optional<ScreenPower> other) {
        return new Screens(inventory, graphicsLut, other, reached);
    }

    /** The same, whose monitors' controls and room's light can be asked. */
    Screens with(DriftWatch.Reached other) {
        return new Screens(inventory, graphicsLut, power, other);
    }

    /** The same, with nothing written to a display that its vendor's own agent manages. */
    Screens guarded(VendorGuard guard) {
        return new Screens(inventory, graphicsLut.map(guard::guarded), power, reached);
    }

    /** The displays behind {@code driver}, where there is one. */
    static Screens of(Optional<RandrDriver> driver) {
        return driver.map(opened -> new Screens(opened, Optional.of(opened))).orElse(NONE);
    }

    /** Asks whether the graphics LUT of whatever display {@code which} names is the one its table needs. */
    List<ReadinessCheck> checks(QaLedger ledger, Executor device, Supplier<List<ScreenId>> which) {
        return graphicsLut
                .<List<ReadinessCheck>>map(
                        lut -> List.of(() -> onDeviceThread(device, () -> worst(ledger, lut, which.get()))))
                .orElse(List.of());
    }

    private ReadinessItem worst(QaLedger ledger, GraphicsLut lut, List<ScreenId> wanted) {
        try {
            GraphicsLutKeeper keeper = new GraphicsLutKeeper(ledger, lut);
            return inventory.displays().stream()
                    .filter(display -> wanted.contains(display.id()))
                    .map(display -> new GraphicsLutCheck(keeper, display).evaluate())
                    .min((one, other) -> one.status().compareTo(other.status()))
                    .orElse(item(Status.READY, "No diagnostic display is in use."));
        } catch (CandelaException e) {
            return item(Status.NOT_ASSESSED, "The displays cannot be asked (" + e.code() + ").");
        }
    }

    private static ReadinessItem onDeviceThread(Executor device, Supplier<ReadinessItem> question) {
        try {
            return CompletableFuture.supplyAsync(question, device).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return item(Status.NOT_ASSESSED, "The displays are busy, as while one is measured.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question about graphics LUTs failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return item(Status.NOT_ASSESSED, "The question was broken off.");
        }
    }

    private static ReadinessItem item(Status status, String reason) {
        return new ReadinessItem("display.ramp", "Graphics LUTs", status, reason, "Check again.");
    }
}
