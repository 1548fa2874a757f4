package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.VendorGuard;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.cli.StationOpener.Measuring;
import org.candela.displayqa.ChosenMeters;
import org.candela.displayqa.GraphicsLutKeeper;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.ui.FxPatchPresenter;
import org.candela.displayqa.watch.AwakePatches;
import org.candela.displayqa.watch.JournaledGraphicsLut;
import org.candela.displayqa.watch.RampJournal;
import org.candela.displayqa.watch.RampRecovery;
import org.candela.displayqa.watch.WatchBook;
import org.candela.displayqa.watch.WatchedBench;
import org.candela.ui.UiExecutor;

/**
 * The displays of this machine for one command, measured with a window of its own on the one that is meant; the others are
 * left alone. What its graphics LUT was is on the disk before it is changed, and back when this is closed. The command's
 * thread.
 */
// [impl->req~cli.qa-real~1]
final class MeasuringStation implements QaStation {
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final Opened opened;
    private final Measuring how;
    private final Surroundings surroundings;
    private final RoomMeter meter;
    private final JournaledGraphicsLut graphicsLut;
    private final RampRecovery recovery;
    private final MonitorLuts luts;
    private final List<FxPatchPresenter> patches = new ArrayList<>();

    /** Where it stands. */
    record Surroundings(Config config, Devices devices, Clock clock) {}

    /** What it holds. */
    private record Opened(DisplayHold hold, DisplayDriver driver, VendorGuard guard, DriftWatch.Reached reached) {}

    private MeasuringStation(Opened opened, Measuring how, Surroundings surroundings) {
        this.opened = opened;
        this.how = how;
        this.surroundings = surroundings;
        this.meter = new RoomMeter(
                surroundings.devices().meters().get().with(new TypedMeters(how.typist())),
                this::meant,
                how.cancellation());
        RampJournal journal = new RampJournal(surroundings.config().paths().ramps());
        this.graphicsLut =
                new JournaledGraphicsLut(opened.guard().guarded(opened.driver().graphicsLut()), journal);
        this.luts = MonitorLuts.journaled(
                surroundings.config().paths(), opened.reached().drivers(), how.ledger());
        this.recovery = new RampRecovery(
                graphicsLut,
                journal,
                how.ledger(),
                new WatchBook(how.database(), new AuditLog(), surroundings.clock()));
    }

    /**
     * Opens the displays, not yet the meter; where one of them does not open, those before it are let go.
     *
     * @throws CandelaException where there are no displays, or another program of this home has them
     */
    static MeasuringStation open(Measuring how, Surroundings surroundings) throws CandelaException {
        Shutdown half = new Shutdown(TIME_TO_CLOSE);
        boolean isWhole = false;
        try {
            MeasuringStation station = new MeasuringStation(opened(surroundings, half), how, surroundings);
            isWhole = true;
            return station;
        } finally {
            if (!isWhole) {
                half.close();
            }
        }
    }

    private static Opened opened(Surroundings surroundings, Shutdown half) throws CandelaException {
        Config config = surroundings.config();
        Devices devices = surroundings.devices();
        DisplayHold hold =
                half.closing("hold on displays", DisplayHold.take(config.paths().home()));
        DisplayDriver driver = half.closing(
                "displays", MachineStation.driver(devices.displays().open(config.desktop()), config.desktop()));
        VendorGuard guard = new VendorGuard(Processes::names);
        DriftWatch.Reached reached =
                half.closing("monitors", devices.monitors().open(guard, Optional.of(driver.inventory())));
        return new Opened(hold, driver, guard, reached);
    }

    private List<ChosenMeter> meant() throws CandelaException {
        return Stream.concat(how.meter().stream(), new ChosenMeters(how.database()).remembered().stream())
                .toList();
    }

    @Override
    public List<DisplayDevice> displays() throws CandelaException {
        return opened.driver().inventory().displays();
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
        meter.require();
        putInOrder(display);
        luts.recover(List.of(display));
        TestBench bench = new TestBench(
                patches(display),
                meter,
                TestBench.Ramp.of(graphicsLut, display),
                RoomStation.reflected(how.ledger(), meter.identity().aim())
                        .lit(how.ledger().roomIlluminance()),
                luts.of(display));
        Instant litSince = surroundings.clock().instant().minus(how.lit().orElse(Duration.ZERO));
        return new QaSession(
                        display,
                        WatchedBench.of(bench, () -> {}),
                        List.of(profile),
                        litSince,
                        surroundings.config().reader())
                .at(site(display));
    }

    @Override
    public RunSite site(DisplayDevice display) {
        return RunSites.of(opened.reached().drivers(), new UiExecutor()).of(display);
    }

    /** As the workstation does when it opens: what a killed program left, then what the display's table needs. */
    private void putInOrder(DisplayDevice display) {
        try {
            RampRecovery.Outcome left = recovery.recover(display);
            if (left != RampRecovery.Outcome.NOTHING_LEFT) {
                how.told().accept(display.id() + ": a session was killed before: " + left);
            }
            GraphicsLutKeeper keeper = new GraphicsLutKeeper(how.ledger(), graphicsLut);
            if (keeper.state(display) == GraphicsLutKeeper.State.REPLACED
                    && keeper.restore(display) == GraphicsLutKeeper.State.INTACT) {
                how.told().accept(display.id() + ": the graphics LUT that its table needs is loaded for this run");
            }
        } catch (CandelaException e) {
            how.told().accept(display.id() + ": " + e.getMessage());
        }
    }

    private PatchPresenter patches(DisplayDevice display) throws CandelaException {
        Toolkit.require();
        FxPatchPresenter shown = new FxPatchPresenter(
                display, new UiExecutor(), surroundings.devices().settleTime());
        patches.add(shown);
        return opened.driver()
                .power()
                .<PatchPresenter>map(power -> new AwakePatches(shown, power))
                .orElse(shown);
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) throws CandelaException {
        return graphicsLut.read(display);
    }

    /** Puts back what was found first; whatever fails keeps nothing else open. */
    @Override
    public void close() {
        try (DisplayHold hold = opened.hold();
                DisplayDriver driver = opened.driver();
                DriftWatch.Reached reached = opened.reached();
                meter) {
            putBack();
        }
    }

    private void putBack() {
        try {
            graphicsLut.close();
        } finally {
            patches.forEach(FxPatchPresenter::close);
        }
    }
}
