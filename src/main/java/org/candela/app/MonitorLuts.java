package org.candela.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MonitorDriver;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestBench.MonitorTables;
import org.candela.displayqa.watch.JournaledMonitorTable;
import org.candela.displayqa.watch.MonitorLutRecovery;
import org.candela.displayqa.watch.RampJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LUTs within the monitors that drivers reach. A monitor is opened for each read and load and let go at once, since others ask
 * it too. Device thread.
 */
// [impl->req~app.monitor-luts~1]
final class MonitorLuts {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorLuts.class);

    private final List<MonitorDriver> drivers;
    private final RampJournal journal;
    private final MonitorLutRecovery recovery;
    /** Whether a monitor has a LUT does not change while the program runs; asking takes long. */
    private final Map<ScreenId, Optional<MonitorTables>> known = new ConcurrentHashMap<>();

    /** @param journal what monitors held before us; the one that {@code recovery} reads */
    MonitorLuts(List<MonitorDriver> drivers, RampJournal journal, MonitorLutRecovery recovery) {
        this.drivers = List.copyOf(drivers);
        this.journal = journal;
        this.recovery = recovery;
    }

    /** Those that drivers reach, journaled below the ramps of a home. */
    static MonitorLuts journaled(AppPaths paths, List<MonitorDriver> drivers, QaLedger ledger) {
        RampJournal journal = new RampJournal(paths.ramps().resolve("monitors"));
        return new MonitorLuts(drivers, journal, new MonitorLutRecovery(journal, ledger));
    }

    /** The LUT of the monitor behind a display; empty where it has none, or cannot be asked now. */
    Optional<MonitorTables> of(DisplayDevice display) {
        ScreenId screen = display.id();
        Optional<MonitorTables> found = known.get(screen);
        if (found != null) {
            return found;
        }
        try {
            Optional<MonitorTables> asked = on(screen, MonitorTables::of)
                    .flatMap(tables -> tables)
                    .map(tables -> new MonitorTables(
                            tables.shape(),
                            new JournaledMonitorTable(new ReachedTable(screen, tables.table()), screen, journal)));
            known.put(screen, asked);
            return asked;
        } catch (DeviceException e) {
            LOG.info("whether the monitor {} has a LUT of its own cannot be asked now [{}]", screen, e.code());
            return Optional.empty();
        }
    }

    /** Puts right what a killed program left within monitors; those without anything left are not asked. */
    void recover(List<DisplayDevice> displays) {
        for (DisplayDevice display : displays) {
            if (recovery.isLeft(display.id())) {
                recover(display);
            }
        }
    }

    private void recover(DisplayDevice display) {
        try {
            Optional<MonitorTables> tables = of(display);
            if (tables.isPresent()) {
                LOG.info(
                        "LUT within {} at the start: {}",
                        display.id(),
                        recovery.recover(display.id(), tables.orElseThrow().table()));
            }
        } catch (CandelaException e) {
            LOG.warn("what was left within {} could not be put right [{}]", display.id(), e.code(), e);
        }
    }

    /** Does {@code work} on the monitor of a display; empty where no driver reaches it. */
    private <T> Optional<T> on(ScreenId screen, MonitorDriver.Work<T> work) throws DeviceException {
        for (MonitorDriver driver : drivers) {
            Optional<T> done = driver.on(screen, work);
            if (done.isPresent()) {
                return done;
            }
        }
        return Optional.empty();
    }

    private final class ReachedTable implements TestBench.Ramp {
        private final ScreenId screen;
        private final TestBench.Ramp first;

        ReachedTable(ScreenId screen, TestBench.Ramp first) {
            this.screen = screen;
            this.first = first;
        }

        @Override
        public GammaRamp read() throws DeviceException {
            return opened(TestBench.Ramp::read);
        }

        @Override
        public void load(GammaRamp ramp) throws DeviceException {
            opened(table -> {
                table.load(ramp);
                return ramp;
            });
        }

        @Override
        public GammaRamp asHeld(GammaRamp ramp) {
            return first.asHeld(ramp);
        }

        private GammaRamp opened(TableWork work) throws DeviceException {
            return on(
                            screen,
                            monitor -> work.on(MonitorTables.of(monitor)
                                    .orElseThrow(() -> gone("it has no LUT any more"))
                                    .table()))
                    .orElseThrow(() -> gone("no driver finds it"));
        }

        private DeviceException gone(String why) {
            return new DeviceException("device.gone", "monitor " + screen, why);
        }
    }

    private interface TableWork {
        GammaRamp on(TestBench.Ramp table) throws DeviceException;
    }
}
