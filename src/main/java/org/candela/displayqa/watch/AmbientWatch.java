package org.candela.displayqa.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.ScreenId;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.watch.WatchBook.Subject;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the light of the room, as the mean of three readings a minute apart, with what it was at each display's last
 * conformance run. Looks on the device thread; alarms can be asked for from any.
 *
 * <p>The limit is the run's own: Lamb grows with the light of the room (Lamb = Rd · E, AAPM TG18 7.3.1), so the light may grow
 * until Lamb / L'min, as measured in the run, comes to the limit of its profile: E · limit / measured.
 */
// [impl->req~displayqa.ambient-watch~1]
public final class AmbientWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AmbientWatch.class);
    private static final int MEAN_OF = 3;

    private final QaLedger ledger;
    private final Database database;
    private final WatchBook book;
    private final Clock clock;
    private final Deque<Double> lastLux = new ArrayDeque<>();
    private final Map<ScreenId, String> alarms = new ConcurrentHashMap<>();

    public AmbientWatch(QaLedger ledger, Database database, WatchBook book, Clock clock) {
        this.ledger = ledger;
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /** Why the room is too bright for a display; empty when it is not, or nobody knows. */
    public Optional<String> alarm(ScreenId display) {
        return Optional.ofNullable(alarms.get(display));
    }

    /** Reads the sensor once; to be called each minute. One that does not answer ends the mean. */
    public void read(AmbientLightSensor sensor) {
        try {
            lastLux.addLast(sensor.read().lux());
            if (lastLux.size() > MEAN_OF) {
                lastLux.removeFirst();
            }
        } catch (DeviceException e) {
            lastLux.clear();
            LOG.info("the light of the room cannot be read [{}]", e.code());
        }
    }

    /** The mean of the last three readings in lx; empty until there are three. */
    OptionalDouble meanLux() {
        return lastLux.size() < MEAN_OF
                ? OptionalDouble.empty()
                : lastLux.stream().mapToDouble(Double::doubleValue).average();
    }

    /**
     * Compares for one display.
     *
     * @return whether the alarm came or went
     */
    public boolean look(ScreenId display, String sensor) {
        OptionalDouble mean = meanLux();
        try {
            Optional<StoredRun> proven = ledger.latestConformance(display);
            if (mean.isEmpty() || proven.isEmpty()) {
                return false;
            }
            return compare(proven.orElseThrow(), sensor, mean.getAsDouble());
        } catch (StoreException e) {
            LOG.error("the light of the room could not be compared [{}]", e.code(), e);
            return false;
        }
    }

    private boolean compare(StoredRun run, String sensor, double lux) throws StoreException {
        Optional<Double> before = database.read(tx -> AmbientRepository.baseline(tx, run, sensor));
        if (before.isEmpty()) {
            database.change(
                    tx -> AmbientRepository.append(tx, run, new AmbientRepository.Seen(sensor, lux, clock.instant())));
            return false;
        }
        OptionalDouble growth = allowedGrowth(run.recordTree());
        double limit = before.orElseThrow() * growth.orElse(Double.POSITIVE_INFINITY);
        Subject subject = new Subject(run.display(), WatchKind.AMBIENT_LIGHT, WatchCause.CLOCK);
        return lux > limit
                ? alarm(subject, words(run, lux, before.orElseThrow(), limit))
                : allClear(subject, String.format(Locale.ROOT, "%.1f lx, allowed %.1f lx.", lux, limit));
    }

    private static String words(StoredRun run, double lux, double before, double limit) {
        return String.format(
                Locale.ROOT,
                "The room has %.1f lx; at run %d it had %.1f lx, and its ambient ratio allows %.1f lx.",
                lux,
                run.sequence(),
                before,
                limit);
    }

    /** Least of limit / measured over all verdicts on the ambient ratio, wherever the record has them. */
    static OptionalDouble allowedGrowth(JsonNode record) {
        OptionalDouble least = OptionalDouble.empty();
        for (JsonNode quantity : record.findParents("quantity")) {
            double value = quantity.path("value").asDouble();
            double limit = quantity.path("limit").asDouble();
            boolean isIt = quantity.path("quantity").asText().equals(Quantity.AMBIENT_RATIO.name());
            if (isIt && value > 0 && limit > 0) {
                least = OptionalDouble.of(Math.min(least.orElse(Double.POSITIVE_INFINITY), limit / value));
            }
        }
        return least;
    }

    private boolean alarm(Subject subject, String found) throws StoreException {
        boolean isNew = alarms.put(subject.display(), found) == null;
        if (book.open(subject.display(), subject.kind()).isEmpty()) {
            book.keep(subject, Event.ALARM, found);
        }
        return isNew;
    }

    private boolean allClear(Subject subject, String found) throws StoreException {
        boolean wasShown = alarms.remove(subject.display()) != null;
        if (book.open(subject.display(), subject.kind()).isPresent()) {
            book.keep(subject, Event.ALL_CLEAR, found);
        }
        return wasShown;
    }
}
