package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.candela.base.CandelaException;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.shell.DeskPlan;
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
    private final Shutdown shutdown = new Shutdown(TIME_TO_CLOSE);
    private final CountDownLatch ended = new CountDownLatch(1);

    Workstation(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Opens everything and completes with the room when its windows stand. */
    CompletableFuture<OpenRoom> open() throws CandelaException {
        Optional<RandrDriver> driver = driver();
        Executors executors = new Executors();
        House house = House.open(config.paths(), clock, executors);
        shutdown.closing("database", house.base().database());
        driver.ifPresent(opened -> shutdown.closing("displays", opened));
        shutdown.closing("executors", executors);
        DisplayInventory inventory =
                driver.<DisplayInventory>map(opened -> opened).orElse(List::of);
        CompletableFuture<OpenRoom> opened = new CompletableFuture<>();
        startToolkit(() -> {
            Theme.install();
            OpenRoom room = new RoomBuilder(house, executors, inventory, config.reader()).build();
            shutdown.closing("windows", room);
            complete(opened, room, room.open(executors, ended::countDown));
        });
        return opened;
    }

    private static void complete(
            CompletableFuture<OpenRoom> opened, OpenRoom room, CompletableFuture<DeskPlan> windows) {
        var unused = windows.whenComplete((plan, failure) -> {
            if (failure == null) {
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

    /**
     * The driver of the displays, or none on a system where the toolkit finds its own way to the screen.
     *
     * @throws CandelaException when this is a system with X displays and there is none
     */
    private Optional<RandrDriver> driver() throws CandelaException {
        if (!config.needsXDisplay()) {
            return Optional.empty();
        }
        if (config.xDisplay().isBlank()) {
            throw new CandelaException(
                    "app.no-display",
                    "there is no screen here (DISPLAY is not set); log in to a desktop and try again");
        }
        return Optional.of(RandrDriver.open(config.xDisplay())
                .orElseThrow(() -> new CandelaException(
                        "app.no-display", "the screen " + config.xDisplay() + " cannot be opened; see the log")));
    }

    private static void startToolkit(Runnable first) {
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Thread.currentThread()
                    .setUncaughtExceptionHandler((thread, bug) -> LOG.error("a bug on the FX thread [app.fx]", bug));
            first.run();
        });
    }
}
