package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.ScreenPower;
import org.candela.displayqa.watch.JournaledGraphicsLut;
import org.candela.displayqa.watch.LutAlarmCheck;
import org.candela.displayqa.watch.LutRestorer;
import org.candela.displayqa.watch.LutWatchdog;
import org.candela.displayqa.watch.RampJournal;
import org.candela.displayqa.watch.RampRecovery;
import org.candela.displayqa.watch.SleepGap;
import org.candela.displayqa.watch.WatchBook;
import org.candela.displayqa.watch.WatchCause;
import org.candela.readiness.ReadinessCheck;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch over the graphics LUTs of the open desk. Looks on the device thread; may be asked from any. */
// [impl->req~displayqa.watchdog~1]
final class DisplayWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayWatch.class);
    /** Half of the two seconds within which another program's ramp must be seen. */
    private static final long LOOK_MILLIS = 1000;

    private static final Duration TIME_TO_PUT_BACK = Duration.ofSeconds(3);

    private final Executors executors;
    private final Screens screens;
    private final JournaledGraphicsLut graphicsLut;
    private final LutWatchdog watchdog;
    private final LutRestorer restorer;
    private final RampRecovery recovery;
    private final SleepGap sleep;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final AtomicBoolean hasResumed = new AtomicBoolean();
    private final AtomicBoolean wereAsleep = new AtomicBoolean();
    /** The toolkit's list of windows outlives this room, and holds who listens to it. */
    private final ListChangeListener<Window> opened = this::followOpened;

    private DisplayWatch(House house, Executors executors, Screens screens, GraphicsLut driver) {
        House.Base base = house.base();
        Clock clock = base.clock();
        RampJournal journal = new RampJournal(base.paths().ramps());
        WatchBook book = new WatchBook(base.database(), base.audit(), clock);
        this.executors = executors;
        this.graphicsLut = new JournaledGraphicsLut(driver, journal);
        this.screens = new Screens(screens.inventory(), Optional.of(graphicsLut), screens.power(), screens.reached());
        this.watchdog = new LutWatchdog(
                new LutWatchdog.Watched(house.displays().ledger(), graphicsLut, screens.inventory()), book);
        this.restorer = new LutRestorer(watchdog, clock);
        this.recovery = new RampRecovery(graphicsLut, journal, house.displays().ledger(), book);
        this.sleep = new SleepGap(clock, System::nanoTime);
    }

    /** The watch over {@code screens}; empty where no driver reads graphics LUTs. */
    static Optional<DisplayWatch> over(House house, Executors executors, Screens screens) {
        return screens.graphicsLut().map(driver -> new DisplayWatch(house, executors, screens, driver));
    }

    /** The same displays; what is loaded through them is known after a kill, and goes back at the end. */
    Screens screens() {
        return screens;
    }

    /** What the images of a display say while its greys cannot be trusted. Any thread. */
    Optional<String> mark(ScreenId display) {
        return watchdog.alarm(display).map(why -> "Greys not calibrated: graphics LUT replaced");
    }

    /** Calls {@code listener} on the device thread when a display gets an alarm or an all-clear. */
    void onChange(Consumer<ScreenId> listener) {
        watchdog.onChange(listener);
    }

    ReadinessCheck check(Supplier<List<ScreenId>> which) {
        return new LutAlarmCheck(watchdog::seen, which);
    }

    /** Puts right what a killed program left, loads what the tables need, and looks every second until the executors end. */
    void begin() {
        executors.device().execute(this::start);
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(this::tick, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks whenever a window comes to the front: until then one of another program may have been there. FX thread. */
    void followFocus() {
        Window.getWindows().forEach(this::follow);
        Window.getWindows().addListener(opened);
    }

    private void followOpened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::follow);
        }
    }

    private void follow(Window window) {
        window.focusedProperty().addListener((value, before, isFocused) -> {
            if (isFocused) {
                ask(() -> watchdog.look(WatchCause.FOCUS));
            }
        });
    }

    /** As displays came, went or changed. Device thread. */
    void displaysChanged() {
        restorer.restoreAfter(WatchCause.DISPLAYS_CHANGED);
    }

    /** Looks at all displays but the one that is being measured. Device thread. */
    void lookAtOthers(ScreenId measured) {
        watchdog.lookAtOthers(WatchCause.CLOCK, measured);
    }

    /** Looks again once a run is over. Device thread. */
    void measured() {
        watchdog.look(WatchCause.RUN);
    }

    /** Restores what was replaced, as the reader asked; fails when a display does not take it. */
    CompletableFuture<Void> restore() {
        return Async.run(
                () -> {
                    List<ScreenId> lost = restorer.restore();
                    if (!lost.isEmpty()) {
                        throw new CandelaException(
                                "app.lut-lost", "not restored on " + lost + ": calibrate anew, or restart the session");
                    }
                },
                executors.device());
    }

    private void start() {
        try {
            for (DisplayDevice display : screens.inventory().displays()) {
                recover(display);
            }
        } catch (CandelaException e) {
            LOG.warn("the displays cannot be asked [{}]", e.code(), e);
        }
        restorer.restoreAfter(WatchCause.START);
    }

    private void recover(DisplayDevice display) {
        try {
            LOG.info("graphics LUT of {} at the start: {}", display.id(), recovery.recover(display));
        } catch (CandelaException e) {
            LOG.warn("what was left behind on {} could not be put right [{}]", display.id(), e.code(), e);
        }
    }

    private void tick() {
        if (sleep.hasSlept()) {
            hasResumed.set(true);
        }
        ask(this::lookByTheClock);
    }

    /** After sleep of the computer, or of its monitors, ramps are often gone. */
    private void lookByTheClock() {
        boolean isAsleep = screens.power().filter(ScreenPower::isAsleep).isPresent();
        boolean haveWoken = wereAsleep.getAndSet(isAsleep) && !isAsleep;
        if (hasResumed.getAndSet(false) || haveWoken) {
            restorer.restoreAfter(WatchCause.RESUME);
        } else {
            watchdog.look(WatchCause.CLOCK);
        }
    }

    /** The device thread may be measuring for minutes; questions must not pile up behind that. */
    private void ask(Runnable question) {
        if (isAsked.compareAndSet(false, true)) {
            executors.device().execute(() -> {
                isAsked.set(false);
                question.run();
            });
        }
    }

    /** Puts back what was found, before the driver is closed. Any thread but the device thread. */
    @Override
    public void close() {
        new UiExecutor().execute(() -> Window.getWindows().removeListener(opened));
        try {
            CompletableFuture.runAsync(graphicsLut::close, executors.device())
                    .get(TIME_TO_PUT_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("graphics LUTs were not put back; the next start does it [displayqa.not-put-back]", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
