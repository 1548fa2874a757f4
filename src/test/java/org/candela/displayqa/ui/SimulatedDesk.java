package org.candela.displayqa.ui;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.Sites;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.watch.QaIntervals;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.displayqa.watch.QaTimetable;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Two simulated displays over a real ledger, and a page model that works on the caller's thread. */
final class SimulatedDesk implements QaStation {
    static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final DisplayDevice LEFT = display(1, "VIRT DIAG L", 0);
    static final DisplayDevice RIGHT = display(2, "VIRT DIAG R", 1536);

    final List<ScreenId> ran = new ArrayList<>();
    final List<DisplayDevice> plugged = new ArrayList<>(List.of(LEFT, RIGHT));
    final AppPaths paths;
    final QaLedger ledger;
    final DisplayQaViewModel model;
    /** Happens before each field is shown. */
    Runnable onPatch = () -> {};

    Duration lit = Duration.ofHours(1);
    boolean isMovable = true;
    boolean isFieldShown;

    private final Database database;
    private final Map<ScreenId, SimulatedMonitor> monitors = new LinkedHashMap<>();
    private final Map<ScreenId, SimulatedPhotometer> meters = new LinkedHashMap<>();

    SimulatedDesk(Path folder) throws CandelaException {
        this(folder, Runnable::run);
    }

    SimulatedDesk(Path folder, Executor device) throws CandelaException {
        this(folder, new PageThreads(device, Runnable::run, Runnable::run));
    }

    SimulatedDesk(Path folder, PageThreads threads) throws CandelaException {
        paths = AppPaths.under(folder);
        database = Database.open(paths.database(), CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        for (DisplayDevice display : plugged) {
            SimulatedMonitor monitor =
                    SimulatedMonitor.typical(display.connector().hashCode());
            monitor.warmUp(lit);
            monitors.put(display.id(), monitor);
            meters.put(display.id(), new SimulatedPhotometer(monitor));
        }
        model = model(List.of(CalibrationProfile.shipped("acr-aapm-siim-primary")), threads);
    }

    /** A page whose displays are judged by these standards. */
    DisplayQaViewModel modelBy(List<CalibrationProfile> standards) {
        return model(standards, new PageThreads(Runnable::run, Runnable::run, Runnable::run));
    }

    private DisplayQaViewModel model(List<CalibrationProfile> standards, PageThreads threads) {
        return new DisplayQaViewModel(
                new PageServices(
                        this, ledger, standards, paths, "reader", Optional.of(book(standards)), Optional.empty()),
                threads,
                CLOCK,
                ran::add);
    }

    private QaBook book(List<CalibrationProfile> standards) {
        QaSnoozes snoozes = new QaSnoozes(database, new AuditLog(), CLOCK);
        Facility breast = Facility.of(
                        new FacilityId("breast"), "Breast Centre", URI.create("https://breast.example/dicom-web"))
                .withQaProfile("acr-aapm-siim-mammography");
        return new QaBook(
                new QaTimetable(ledger, snoozes, CLOCK),
                snoozes,
                standards.stream().map(QaIntervals::of).toList(),
                List.of(breast));
    }

    SimulatedPhotometer meter(DisplayDevice display) {
        return Objects.requireNonNull(meters.get(display.id()));
    }

    SimulatedMonitor monitor(DisplayDevice display) {
        return Objects.requireNonNull(monitors.get(display.id()));
    }

    @Override
    public List<DisplayDevice> displays() throws DeviceException {
        if (plugged.isEmpty()) {
            throw new DeviceException("device.gone", "desk", "no display answers");
        }
        return List.copyOf(plugged);
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) {
        SimulatedMonitor monitor = monitor(display);
        TestBench bench = new TestBench(
                new Field(monitor),
                meter(display),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), display),
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
        return new QaSession(display, bench, java.util.List.of(profile), NOW.minus(lit), "reader");
    }

    @Override
    public RunSite site(DisplayDevice display) {
        return Sites.known();
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) {
        return monitor(display).ramp();
    }

    @Override
    public MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        SimulatedMonitor monitor = monitor(session.display());
        return isMovable ? (row, column) -> monitor.lookAt(column / 2.0, row / 2.0) : byHand;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Field implements PatchPresenter {
        private final SimulatedMonitor monitor;

        Field(SimulatedMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void show(int argb) {
            isFieldShown = true;
            onPatch.run();
            monitor.show(argb);
        }

        @Override
        public void clear() {
            isFieldShown = false;
        }
    }

    private static DisplayDevice display(int number, String name, int x) {
        Edid edid = new Edid("CDL", 0x0D1A, number, name, "SIM-" + number, 325, 433, 2026);
        return new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(x, 0, 1536, 2048));
    }
}
