package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestBench.Ramp;
import org.candela.displayqa.ui.FxPatchPresenter;
import org.candela.displayqa.watch.AwakePatches;
import org.candela.displayqa.watch.WatchedBench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The displays of the open room. A virtual display has a simulated meter before it, and its patches are seen; a real one
 * is measured by the meter on the table. Device thread.
 *
 * <p>Since when a real display is lit nobody tells: it is taken as since this program began. Where the meter lies on the
 * screen, room light is what was entered, PROVIDED, else the usual value, DEFAULT, and the ambient ratio is not assessed;
 * one that stands before it sees the room in each reading, so nothing is added and that ratio is not assessed either.
 */
final class RoomStation implements QaStation {
    private static final Logger LOG = LoggerFactory.getLogger(RoomStation.class);

    /** No panel has to settle where the light is computed. */
    private static final Duration NO_PANEL = Duration.ZERO;

    /** A liquid crystal of the slow kind; the meter's own integration comes on top. */
    static final Duration REAL_PANEL = Duration.ofMillis(400);
    /** As pacsDisplay takes where nothing was measured. */
    private static final Luminance USUAL_AMBIENT = new Luminance(0.2);

    private final Screens screens;
    private final Executor ui;
    private final SimulatedPanels panels;
    private final Means means;
    private final Instant litSince;
    private final Clock clock;
    private final Optional<DisplayWatch> watch;
    private final Map<ScreenId, FxPatchPresenter> patches = new ConcurrentHashMap<>();

    /**
     * What real displays are measured with.
     *
     * @param operator who sits before them
     * @param ledger knows the light of the room as it was entered
     * @param sites tell of the machine and its monitors
     * @param luts within monitors
     */
    record Means(
            RoomMeter meter, String operator, QaLedger ledger, RunSites sites, MonitorLuts luts, Surroundings around) {}

    /**
     * The desk around the displays.
     *
     * @param light reads the light of the room, where a sensor is there
     * @param reading the displays that images are read from now
     */
    record Surroundings(Optional<AmbientLightSensor> light, Supplier<List<ScreenId>> reading) {}

    RoomStation(Screens screens, Executor ui, Clock clock, Optional<DisplayWatch> watch, Means means) {
        this.means = means;
        this.clock = clock;
        this.litSince = clock.instant();
        this.screens = screens;
        this.ui = ui;
        this.panels = new SimulatedPanels(clock);
        this.watch = watch;
    }

    @Override
    public List<DisplayDevice> displays() throws CandelaException {
        return screens.inventory().displays();
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
        Ramp ramp = Ramp.of(graphicsLut(display), display);
        boolean isVirtual = display.edid().filter(Edid::isVirtual).isPresent();
        return watched(
                        isVirtual
                                ? panels.session(
                                        display,
                                        profile,
                                        new SimulatedPanels.Seen(awake(shown(display, NO_PANEL)), ramp))
                                : real(display, profile, ramp))
                .at(site(display));
    }

    @Override
    public RunSite site(DisplayDevice display) {
        return means.sites().of(display);
    }

    private QaSession real(DisplayDevice display, CalibrationProfile profile, Ramp ramp) throws CandelaException {
        means.meter().require();
        TestBench bench = new TestBench(
                awake(shown(display, REAL_PANEL)),
                means.meter(),
                ramp,
                room(),
                means.luts().of(display));
        return new QaSession(display, bench, List.of(profile), litSince, means.operator());
    }

    private TestBench.Room room() throws CandelaException {
        Optional<RoomIlluminance> read = roomLight();
        return reflected(means.ledger(), means.meter().identity().aim())
                .lit(read.isPresent() ? read : means.ledger().roomIlluminance());
    }

    @Override
    public List<ScreenId> displaysRead() {
        return means.around().reading().get();
    }

    /** A sensor that does not answer keeps no display from being measured: what was entered counts then. */
    @Override
    public Optional<RoomIlluminance> roomLight() {
        try {
            return means.around().light().isEmpty()
                    ? Optional.empty()
                    : Optional.of(RoomLight.read(means.around().light().orElseThrow(), clock));
        } catch (DeviceException e) {
            LOG.warn("the light of the room cannot be read [{}]: {}", e.code(), e.getMessage());
            return Optional.empty();
        }
    }

    /** What is added to each reading of a meter that is aimed so. */
    static TestBench.Room reflected(QaLedger ledger, Photometer.Aim aim) throws CandelaException {
        if (aim.seesRoom()) {
            return new TestBench.Room(Luminance.ZERO, TestBench.AmbientSource.DEFAULT);
        }
        return ledger.roomLight()
                .map(told -> new TestBench.Room(told, TestBench.AmbientSource.PROVIDED))
                .orElse(new TestBench.Room(USUAL_AMBIENT, TestBench.AmbientSource.DEFAULT));
    }

    private FxPatchPresenter shown(DisplayDevice display, Duration settle) {
        return patches.computeIfAbsent(display.id(), id -> new FxPatchPresenter(display, ui, settle));
    }

    private GraphicsLut graphicsLut(DisplayDevice display) throws CandelaException {
        return screens.graphicsLut()
                .orElseThrow(() -> new CandelaException(
                        "app.no-graphics-lut",
                        "the graphics LUT of " + display.id()
                                + " cannot be reached here, and a table needs a neutral one"));
    }

    private PatchPresenter awake(PatchPresenter shown) {
        return screens.power()
                .<PatchPresenter>map(power -> new AwakePatches(shown, power))
                .orElse(shown);
    }

    /** Another program's ramp breaks the run off; the other displays are looked at between its readings. */
    private QaSession watched(QaSession session) {
        Runnable others = () ->
                watch.ifPresent(over -> over.lookAtOthers(session.display().id()));
        return session.with(WatchedBench.of(session.bench(), others));
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) throws CandelaException {
        return graphicsLut(display).read(display);
    }

    @Override
    public MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        boolean isSimulated = session.bench().photometer().identity().isSimulated();
        return isSimulated ? panels.placement(session) : byHand;
    }

    @Override
    public void close() {
        patches.values().forEach(FxPatchPresenter::close);
        means.meter().close();
    }
}
