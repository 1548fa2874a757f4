package org.candela.displayqa.watch;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.watch.WatchBook.Subject;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the controls of monitors with what they were at the last conformance run. Looks on the device thread, so never while
 * a display is measured; alarms can be asked for from any.
 *
 * <p>The first look after a conformance run is its baseline. Readings are kept where they differ from the one before.
 */
// [impl->req~displayqa.settings-watch~1]
public final class SettingsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);

    /** As monitors' own menus call them, where the standard calls them otherwise. */
    private static final Map<VcpFeature, String> WORDS =
            Map.of(VcpFeature.LUMINANCE, "brightness", VcpFeature.ON_SCREEN_DISPLAY, "lock of the on-screen menu");

    private final QaLedger ledger;
    private final Database database;
    private final WatchBook book;
    private final Clock clock;
    private final Map<ScreenId, String> alarms = new ConcurrentHashMap<>();

    public SettingsWatch(QaLedger ledger, Database database, WatchBook book, Clock clock) {
        this.ledger = ledger;
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /** What was changed on a display since its last conformance run; empty when nothing was. */
    public Optional<String> alarm(ScreenId display) {
        return Optional.ofNullable(alarms.get(display));
    }

    /**
     * Looks at the controls of one display. A monitor that does not answer, as one that sleeps, changes nothing.
     *
     * @return whether the alarm came, went or changed
     */
    public boolean look(ScreenId display, MonitorControl monitor, WatchCause cause) {
        try {
            MonitorSettings now = MonitorSettings.of(monitor);
            Optional<StoredRun> proven = ledger.latestConformance(display);
            keep(display, now);
            return proven.isPresent() && compare(display, proven.orElseThrow().sequence(), now, cause);
        } catch (DeviceException e) {
            LOG.info("the controls of {} cannot be read now [{}]", display, e.code());
        } catch (StoreException e) {
            LOG.error("the controls of {} could not be kept [{}]", display, e.code(), e);
        }
        return false;
    }

    private boolean compare(ScreenId display, long run, MonitorSettings now, WatchCause cause) throws StoreException {
        MonitorSettings before = database.read(tx -> SettingsRepository.baseline(tx, display, run));
        if (before.values().isEmpty()) {
            database.change(tx -> SettingsRepository.append(
                    tx, new SettingsRepository.Key(display, run, clock.instant()), present(now)));
            before = now;
        }
        Map<VcpFeature, VcpValue> there = present(now);
        List<String> changes = now.changesSince(before).stream()
                .filter(change -> there.containsKey(change.feature())) // one that is not told any more proves nothing
                .map(SettingsWatch::words)
                .toList();
        Subject subject = new Subject(display, WatchKind.MONITOR_SETTINGS, cause);
        return changes.isEmpty()
                ? allClear(subject)
                : alarm(subject, "Since run " + run + ": " + String.join("; ", changes) + ".");
    }

    private static Map<VcpFeature, VcpValue> present(MonitorSettings settings) {
        Map<VcpFeature, VcpValue> present = new EnumMap<>(VcpFeature.class);
        settings.values().forEach((feature, value) -> value.ifPresent(known -> present.put(feature, known)));
        return present;
    }

    private static String words(MonitorSettings.Change change) {
        String control = WORDS.getOrDefault(
                change.feature(),
                change.feature().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return control + " was " + change.before() + ", is " + change.now();
    }

    private boolean alarm(Subject subject, String found) throws StoreException {
        String shown = alarms.put(subject.display(), found);
        boolean isKept = book.open(subject.display(), subject.kind())
                .filter(open -> open.found().equals(found))
                .isPresent();
        if (!isKept) {
            book.keep(subject, Event.ALARM, found);
        }
        return !found.equals(shown);
    }

    private boolean allClear(Subject subject) throws StoreException {
        boolean wasShown = alarms.remove(subject.display()) != null;
        if (book.open(subject.display(), subject.kind()).isPresent()) {
            book.keep(subject, Event.ALL_CLEAR, "All controls are as they were at the last conformance run.");
        }
        return wasShown;
    }

    private void keep(ScreenId display, MonitorSettings now) throws StoreException {
        Map<VcpFeature, VcpValue> changed = new EnumMap<>(VcpFeature.class);
        for (Map.Entry<VcpFeature, VcpValue> each : present(now).entrySet()) {
            Optional<VcpValue> last = database.read(tx -> SettingsRepository.last(tx, display, each.getKey()));
            if (!last.equals(Optional.of(each.getValue()))) {
                changed.put(each.getKey(), each.getValue());
            }
        }
        if (!changed.isEmpty()) {
            database.change(tx ->
                    SettingsRepository.append(tx, new SettingsRepository.Key(display, 0, clock.instant()), changed));
        }
    }
}
