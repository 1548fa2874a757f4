package org.candela.displayqa.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.GraphicsLut;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.RampEffect;
import org.candela.displayqa.watch.WatchBook.Subject;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the graphics LUT of each display with the one its table needs, and alarms when another program replaced it.
 *
 * <p>Looks on the device thread, where also the listeners are called; alarms can be asked for from any thread. It changes
 * nothing: {@link LutRestorer} does.
 */
// [impl->req~displayqa.watchdog~1]
public final class LutWatchdog {
    private static final Logger LOG = LoggerFactory.getLogger(LutWatchdog.class);
    private static final int HASH_DIGITS = 8;
    /** A panel amid a change of modes cannot be read for a moment. */
    private static final int MOST_FAILURES = 3;

    private final Watched watched;
    private final WatchBook book;
    private final Map<ScreenId, Alarm> alarms = new ConcurrentHashMap<>();
    private final Map<ScreenId, Integer> failures = new ConcurrentHashMap<>();
    private final Map<ScreenId, Seen> last = new ConcurrentHashMap<>();
    private final List<Consumer<ScreenId>> listeners = new CopyOnWriteArrayList<>();

    /** What is compared: the tables in force with the graphics LUTs of the displays there are. */
    public record Watched(QaLedger ledger, GraphicsLut graphicsLut, DisplayInventory inventory) {}

    /** @param isKept whether the disk has it */
    private record Alarm(String found, boolean isKept) {}

    public LutWatchdog(Watched watched, WatchBook book) {
        this.watched = watched;
        this.book = book;
    }

    /** How a display's graphics LUT stands. */
    public enum State {
        /** The display has no table, or light does not follow its graphics LUT, so any will do. */
        NOT_NEEDED,
        /** Measured: light does not follow it, so that what is in it proves nothing either way. */
        WITHOUT_EFFECT,
        INTACT,
        REPLACED,
        /** The server answers zeros, with which no display would show anything: it does not know. */
        UNKNOWN,
        UNREADABLE
    }

    /** How a graphics LUT was seen, in words too. */
    public record Seen(State state, String words) {}

    /** Calls {@code listener} on the device thread whenever a display gets an alarm or an all-clear. */
    public void onChange(Consumer<ScreenId> listener) {
        listeners.add(listener);
    }

    /** Why the greys of a display cannot be trusted now; empty when nothing is against it. Any thread. */
    public Optional<String> alarm(ScreenId display) {
        return Optional.ofNullable(alarms.get(display)).map(Alarm::found);
    }

    /** The alarm about a display, else how it was seen at the last look; empty before the first. Any thread. */
    public Optional<Seen> seen(ScreenId display) {
        return alarm(display)
                .map(words -> new Seen(State.REPLACED, words))
                .or(() -> Optional.ofNullable(last.get(display)));
    }

    /** Looks at one display, tells nobody and keeps nothing; empty where it is not there. Device thread. */
    public Optional<Seen> glance(ScreenId display) {
        return displays().stream()
                .filter(there -> there.id().equals(display))
                .findFirst()
                .map(this::see);
    }

    /** Looks at every display. Device thread. */
    public void look(WatchCause cause) {
        lookAt(cause, displays());
    }

    /** Looks at every display but the one that is being measured, which measures with ramps of its own. Device thread. */
    public void lookAtOthers(WatchCause cause, ScreenId measured) {
        lookAt(
                cause,
                displays().stream()
                        .filter(display -> !display.id().equals(measured))
                        .toList());
    }

    private void lookAt(WatchCause cause, List<DisplayDevice> displays) {
        for (DisplayDevice display : displays) {
            look(cause, display);
        }
    }

    /** Looks at one display and answers how it stands. Device thread. */
    State look(WatchCause cause, DisplayDevice display) {
        Seen seen = see(display);
        last.put(display.id(), seen);
        Subject subject = new Subject(display.id(), WatchKind.GRAPHICS_LUT, cause);
        switch (seen.state()) {
            case REPLACED, UNKNOWN -> alarm(subject, seen.words());
            case NOT_NEEDED, WITHOUT_EFFECT, INTACT -> allClear(subject, seen.words());
            case UNREADABLE -> {
                if (failures.merge(display.id(), 1, Integer::sum) >= MOST_FAILURES) {
                    alarm(subject, seen.words());
                }
            }
        }
        if (seen.state() != State.UNREADABLE) {
            failures.remove(display.id());
        }
        return seen.state();
    }

    private List<DisplayDevice> displays() {
        try {
            return watched.inventory().displays();
        } catch (DeviceException e) {
            LOG.warn("the displays cannot be asked, so their graphics LUTs are not watched [{}]", e.code());
            return List.of();
        }
    }

    private Seen see(DisplayDevice display) {
        try {
            Optional<ActiveLut> active = watched.ledger().activeLut(display.id());
            if (active.isEmpty()) {
                return new Seen(State.NOT_NEEDED, "No table depends on it.");
            }
            if (active.orElseThrow().needs().rampEffect() == RampEffect.WITHOUT_EFFECT) {
                return new Seen(
                        State.WITHOUT_EFFECT,
                        "Light does not follow it (measured): what is in it proves nothing either way.");
            }
            GammaRamp now = watched.graphicsLut().read(display);
            String needed = active.orElseThrow().rampSha256();
            if (now.sha256().equals(needed)) {
                return new Seen(State.INTACT, "It is the one the table needs: " + shortened(needed) + ".");
            }
            return now.isBlank()
                    ? new Seen(State.UNKNOWN, "The server answers zeros, so nobody knows what is in force.")
                    : new Seen(
                            State.REPLACED,
                            "Replaced since calibration: " + now.size() + " entries, " + shortened(now.sha256())
                                    + " instead of " + shortened(needed) + ".");
        } catch (CandelaException e) {
            return new Seen(State.UNREADABLE, "It cannot be read (" + e.code() + ").");
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, HASH_DIGITS);
    }

    /** First to those who show it, then to the disk; what the disk refuses is tried again with the next look. */
    private void alarm(Subject subject, String found) {
        Alarm before = alarms.get(subject.display());
        if (before == null) {
            LOG.warn("graphics LUT of {}: {} [displayqa.lut-replaced, {}]", subject.display(), found, subject.cause());
            alarms.put(subject.display(), new Alarm(found, false));
            tell(subject.display());
        }
        if (before == null || !before.isKept()) {
            boolean isOpen = isOpenOnDisk(subject);
            alarms.put(subject.display(), new Alarm(found, isOpen || keep(subject, Event.ALARM, found)));
        }
    }

    private void allClear(Subject subject, String found) {
        boolean wasShown = alarms.remove(subject.display()) != null;
        if (wasShown) {
            tell(subject.display());
        }
        boolean mayBeOpen = wasShown || subject.cause() == WatchCause.START;
        if (mayBeOpen && isOpenOnDisk(subject)) {
            LOG.info("graphics LUT of {}: {} [{}]", subject.display(), found, subject.cause());
            keep(subject, Event.ALL_CLEAR, found);
        }
    }

    /** An alarm of a program that was killed is closed by the next one. */
    private boolean isOpenOnDisk(Subject subject) {
        try {
            return book.open(subject.display(), subject.kind()).isPresent();
        } catch (StoreException e) {
            LOG.error("the book of alarms cannot be read [{}]", e.code(), e);
            return false;
        }
    }

    private boolean keep(Subject subject, Event event, String found) {
        try {
            book.keep(subject, event, found);
            return true;
        } catch (StoreException e) {
            LOG.error("{} of {} could not be kept [{}]", event, subject.display(), e.code(), e);
            return false;
        }
    }

    private void tell(ScreenId display) {
        new ArrayList<>(listeners).forEach(listener -> listener.accept(display));
    }

    /** What it compares. */
    Watched watched() {
        return watched;
    }
}
