package org.candela.displayqa.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.calibration.Illuminance;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/** The light of the room as a person reads it off a lux meter, and what else is told of it. FX thread; needs no toolkit. */
// [impl->req~displayqa.room-illuminance~1]
final class RoomLightViewModel {
    private final PageServices services;
    private final PageThreads threads;
    private final Clock clock;
    private final Consumer<QaNotice> told;
    private final Messages words = Messages.of(DisplayQaViewModel.class);
    private final QaNotices notices = new QaNotices(words);
    private final ReadOnlyStringWrapper known = new ReadOnlyStringWrapper("");
    private final ConditionsViewModel conditions = new ConditionsViewModel();

    /** @param told what came of it */
    RoomLightViewModel(PageServices services, PageThreads threads, Clock clock, Consumer<QaNotice> told) {
        this.services = services;
        this.threads = threads;
        this.clock = clock;
        this.told = told;
    }

    /** What is told of the next run alone. */
    ConditionsViewModel conditions() {
        return conditions;
    }

    /** What was entered last, with meter and time; blank until {@link #refresh()}, or that nobody measured it. */
    ReadOnlyStringProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Reads what was entered last. */
    CompletableFuture<Void> refresh() {
        return Async.supply(services.ledger()::roomIlluminance, threads.io())
                .exceptionally(failure -> Optional.empty())
                .thenAcceptAsync(
                        light -> known.set(light.map(this::line).orElse(words.text("displayqa.room.unknown"))),
                        threads.ui());
    }

    /**
     * Enters what a lux meter shows now.
     *
     * @param lux as typed, with a point or a comma
     * @param meter make, model and serial of the meter
     */
    CompletableFuture<Void> enter(String lux, String meter) {
        Instant now = clock.instant();
        return Async.run(() -> services.ledger().enterRoomIlluminance(light(lux, meter, now), said(now)), threads.io())
                .handleAsync(
                        (done, failure) -> {
                            told.accept(
                                    failure == null
                                            ? notices.say("displayqa.notice.room-light", lux.strip())
                                            : notices.failed(failure));
                            return null;
                        },
                        threads.ui())
                .thenCompose(done -> refresh());
    }

    private Said said(Instant now) {
        return new Said(now, services.reader());
    }

    private static RoomIlluminance light(String lux, String meter, Instant at) throws CandelaException {
        if (meter.isBlank()) {
            throw new QaException("displayqa.no-lux-meter", "with which meter was the light of the room measured?");
        }
        try {
            double value = Double.parseDouble(lux.strip().replace(',', '.'));
            return new RoomIlluminance(new Illuminance(value), TestBench.AmbientSource.PROVIDED, at, meter.strip());
        } catch (IllegalArgumentException e) {
            throw new QaException("displayqa.bad-lux", "\"" + lux + "\" is no illuminance in lx", e);
        }
    }

    private String line(RoomIlluminance light) {
        return words.text(
                "displayqa.room.known",
                String.format(Locale.ROOT, "%.0f", light.light().lux()),
                light.source().name(),
                light.by(),
                Formats.moment(light.at(), ZoneOffset.UTC));
    }
}
