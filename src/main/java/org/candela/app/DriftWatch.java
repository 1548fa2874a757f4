package org.candela.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.displayqa.watch.AmbientWatch;
import org.candela.displayqa.watch.DriftCheck;
import org.candela.displayqa.watch.SettingsWatch;
import org.candela.displayqa.watch.WatchBook;
import org.candela.displayqa.watch.WatchCause;
import org.candela.readiness.ReadinessCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch over the controls of monitors and the light of the room, as far as drivers reach them. On the device thread, one
 * monitor a turn, so that between two of them others have theirs, and never amid a measurement.
 */
// [impl->req~displayqa.settings-watch~1]
// [impl->req~displayqa.ambient-watch~1]
final class DriftWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    private static final long SETTINGS_MINUTES = 5;
    private static final long AMBIENT_MINUTES = 1;

    private final Executors executors;
    private final Reached reached;
    private final SettingsWatch settings;
    private final AmbientWatch ambient;

    /** What can be asked; closed when nobody asks any more. */
    record Reached(List<MonitorDriver> drivers, Optional<AmbientLightSensor> sensor) implements AutoCloseable {
        /** Nothing, as where every display is virtual. */
        static final Reached NOTHING = new Reached(List.of(), Optional.empty());

        @Override
        public void close() {
            drivers.forEach(MonitorDriver::close);
        }
    }

    DriftWatch(House house, Executors executors, Reached reached) {
        House.Base base = house.base();
        WatchBook book = new WatchBook(base.database(), base.audit(), base.clock());
        this.executors = executors;
        this.reached = reached;
        this.settings = new SettingsWatch(house.displays().ledger(), base.database(), book, base.clock());
        this.ambient = new AmbientWatch(house.displays().ledger(), base.database(), book, base.clock());
    }

    /**
     * Looks every few minutes until the executors end.
     *
     * @param which displays in use for reading
     * @param changed called on the device thread with a display whose alarm came or went
     */
    void begin(Supplier<List<ScreenId>> which, Consumer<ScreenId> changed) {
        if (!reached.drivers().isEmpty()) {
            every(SETTINGS_MINUTES, () -> lookAtMonitors(changed));
        }
        reached.sensor().ifPresent(sensor -> every(AMBIENT_MINUTES, () -> lookAtRoom(sensor, which.get(), changed)));
    }

    /** The controls of a display as they are now become the baseline of the run that was just made. Device thread. */
    void measured() {
        lookAtMonitors(screen -> {});
    }

    /** What the images of a display say while its settings are not those of the run. Any thread. */
    Optional<String> mark(ScreenId display) {
        return settings.alarm(display).map(changed -> "Monitor settings changed since calibration");
    }

    List<ReadinessCheck> checks(Supplier<List<ScreenId>> which) {
        List<ReadinessCheck> checks = new ArrayList<>();
        if (!reached.drivers().isEmpty()) {
            checks.add(new DriftCheck(DriftCheck.Kind.SETTINGS, settings::alarm, which));
        }
        reached.sensor()
                .ifPresent(sensor -> checks.add(new DriftCheck(DriftCheck.Kind.AMBIENT, ambient::alarm, which)));
        return checks;
    }

    /** The device thread may be measuring for longer than that; looks must not pile up behind it. */
    private void every(long minutes, Runnable look) {
        AtomicBoolean isAsked = new AtomicBoolean();
        Runnable ask = () -> {
            if (isAsked.compareAndSet(false, true)) {
                executors.device().execute(() -> {
                    isAsked.set(false);
                    look.run();
                });
            }
        };
        var unused = executors.scheduler().scheduleWithFixedDelay(ask, 0, minutes, TimeUnit.MINUTES);
    }

    private void lookAtMonitors(Consumer<ScreenId> changed) {
        for (MonitorDriver driver : reached.drivers()) {
            try {
                driver.monitors().forEach(monitor -> executors.device().execute(() -> look(monitor, changed)));
            } catch (DeviceException e) {
                LOG.info("{} lists no monitors now [{}]", driver.name(), e.code());
            }
        }
    }

    private void look(MonitorControl monitor, Consumer<ScreenId> changed) {
        try (monitor) {
            monitor.edid()
                    .flatMap(Edid::screenId)
                    .filter(screen -> settings.look(screen, monitor, WatchCause.CLOCK))
                    .ifPresent(changed);
        }
    }

    private void lookAtRoom(AmbientLightSensor sensor, List<ScreenId> displays, Consumer<ScreenId> changed) {
        ambient.read(sensor);
        for (ScreenId display : displays) {
            if (ambient.look(display, sensor.identity())) {
                changed.accept(display);
            }
        }
    }
}
