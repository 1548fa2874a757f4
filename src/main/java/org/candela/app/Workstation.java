package org.candela.app;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.candela.audit.export.Forwarding;
import org.candela.base.CandelaException;
import org.candela.calibration.device.VendorGuard;
import org.candela.facility.Secrets;
import org.candela.shell.DeskPlan;
import org.candela.store.StoreForm;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.candela.ui.Pulses;
import org.candela.ui.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workstation with its windows, from the first to the last. Opened by the main thread, which waits for the end.
 */
// [impl->req~app.no-screen~1]
final class Workstation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final Config config;
    private final Clock clock;
    private final Devices devices;
    private final Shutdown shutdown = new Shutdown(TIME_TO_CLOSE);
    private final CountDownLatch ended = new CountDownLatch(1);

    Workstation(Config config, Clock clock) {
        this(config, clock, Devices.of(config));
    }

    /** With other devices than those of this machine. */
    Workstation(Config config, Clock clock, Devices devices) {
        this.config = config;
        this.clock = clock;
        this.devices = devices;
    }

    /**
     * Opens everything and completes with the room when its windows stand. Where something does not open, what stands before
     * it is closed by {@link #close()} like a whole room.
     */
    CompletableFuture<OpenRoom> open() throws CandelaException {
        requireScreen();
        Executors executors = shutdown.closing("threads", new Executors()); // also where the house does not open
        unlock(executors);
        House opened = House.open(config, clock, executors);
        shutdown.closing("database", opened.base().database());
        shutdown.closing("hold on displays", DisplayHold.take(config.paths().home()));
        Optional<DisplayDriver> driver = driver();
        driver.ifPresent(displays -> shutdown.closing("displays", displays)); // puts ramps back while they are held
        House house = opened.measuringWith(devices.meters().get());
        VendorGuard guard = new VendorGuard(Processes::names);
        DriftWatch.Reached reached =
                shutdown.closing("monitors", devices.monitors().open(guard, driver.map(DisplayDriver::inventory)));
        Screens screens = Screens.of(driver).with(reached).guarded(guard);
        shutdown.closing("executors", executors);
        shutdown.closing("videos", house.images());
        Reporting reporting = shutdown.closing("reports", Reporting.of(house, executors, config.reader()));
        reporting.pump().start();
        House.Base base = house.base();
        Forwarding audit =
                new Forwarding(base.database(), base.audit(), AuditDesk.here(), base.clock(), executors.scheduler());
        new AuditSender(audit, config.secrets()).start(executors);
        new ImageSealing(house, executors).start();
        return windows(house, executors, screens, reporting);
    }

    /** Asks for the passphrase where there is a key store; afterwards no secret lies in plain text any more. */
    private void unlock(Executors executors) throws CandelaException {
        Secrets secrets = config.secrets();
        boolean isStoreSealed =
                config.store().form() != StoreForm.PLAIN; // a new one is sealed too where there is a key store
        if (config.door().isLocked()) { // no image is taken in without
            UnlockWindow.Need need = isStoreSealed ? UnlockWindow.Need.STORE : UnlockWindow.Need.SECRETS;
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            startToolkit(() -> {
                Theme.install();
                var unused = new UnlockWindow(config.door(), need, executors.io())
                        .ask()
                        .thenAccept(answer::complete);
            });
            answer.join(); // as long as the reader needs; the window can always be closed
        }
        if (config.door().exists() && !config.door().isLocked()) {
            secrets.sealAll();
        }
    }

    private CompletableFuture<OpenRoom> windows(
            House house, Executors executors, Screens screens, Reporting reporting) {
        CompletableFuture<OpenRoom> opened = new CompletableFuture<>();
        startToolkit(() -> {
            try {
                Theme.install();
                OpenRoom room = new RoomBuilder(house, executors, screens, reporting).build();
                shutdown.closing("windows", room);
                new DrillRoom(room, new Drill(config, clock), executors.io()).follow();
                new PurgeRoom(room, executors).follow();
                new RefusalRoom(room, executors.io()).follow(reporting);
                complete(opened, room, room.open(executors, ended::countDown));
                if (!reporting.isEnrolled()) {
                    room.room().show(nobodySigns());
                }
            } catch (RuntimeException bug) {
                opened.completeExceptionally(bug); // or the program would wait for ever for a room that never stands
            }
        });
        return opened;
    }

    private static Problem nobodySigns() {
        Messages words = Messages.of(Workstation.class);
        return new Problem(words.text("signer.title"), words.text("signer.action"), "app.no-signer");
    }

    private static void complete(
            CompletableFuture<OpenRoom> opened, OpenRoom room, CompletableFuture<DeskPlan> windows) {
        var unused = windows.whenComplete((plan, failure) -> {
            if (failure == null) {
                LOG.info(
                        "windows stand {} ms after the program began",
                        ManagementFactory.getRuntimeMXBean().getUptime());
                opened.complete(room);
            } else {
                opened.completeExceptionally(failure);
            }
        });
    }

    /** Waits until the user has closed the room. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Closes windows, displays, database and threads, newest first. */
    @Override
    public void close() {
        shutdown.close();
    }

    /** @throws CandelaException when this is a system with X displays and there is none */
    private void requireScreen() throws CandelaException {
        if (config.needsXDisplay() && config.xDisplay().isBlank()) {
            throw new CandelaException(
                    "app.no-display",
                    "there is no screen here (DISPLAY is not set); log in to a desktop and try again");
        }
    }

    /** The driver of the displays, or none on a system where the toolkit finds its own way to the screen. */
    private Optional<DisplayDriver> driver() throws CandelaException {
        Optional<DisplayDriver> driver = devices.displays().open(config.desktop());
        if (config.needsXDisplay() && driver.isEmpty()) {
            throw new CandelaException(
                    "app.no-display", "the screen " + config.xDisplay() + " cannot be opened; see the log");
        }
        return driver;
    }

    /** One that runs already, as where a room was open before, is taken as it is. */
    private static void startToolkit(Runnable first) {
        Pulses.quicken();
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Thread.currentThread()
                        .setUncaughtExceptionHandler(
                                (thread, bug) -> LOG.error("a bug on the FX thread [app.fx]", bug));
                first.run();
            });
        } catch (IllegalStateException alreadyRuns) {
            Platform.runLater(first);
        }
    }
}
