package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench.Ramp;
import org.candela.displayqa.ui.FxPatchPresenter;
import org.candela.displayqa.watch.AwakePatches;
import org.candela.displayqa.watch.WatchedBench;

/**
 * The displays of the open room. A virtual display has a simulated meter before it, and its patches are seen; a real one
 * has none in this version. Device thread.
 */
final class RoomStation implements QaStation {
    /** No panel has to settle where the light is computed. */
    private static final Duration NO_PANEL = Duration.ZERO;

    private final Screens screens;
    private final Executor ui;
    private final SimulatedPanels panels;
    private final Optional<DisplayWatch> watch;
    private final Map<ScreenId, FxPatchPresenter> patches = new ConcurrentHashMap<>();

    RoomStation(Screens screens, Executor ui, Clock clock, Optional<DisplayWatch> watch) {
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
        boolean isVirtual = display.edid().filter(Edid::isVirtual).isPresent();
        if (!isVirtual || screens.graphicsLut().isEmpty()) {
            throw new CandelaException(
                    "app.no-meter",
                    "This version has no driver for a luminance meter, so " + display.id() + " cannot be measured.");
        }
        FxPatchPresenter shown =
                patches.computeIfAbsent(display.id(), id -> new FxPatchPresenter(display, ui, NO_PANEL));
        QaSession session = panels.session(
                display,
                profile,
                new SimulatedPanels.Seen(
                        awake(shown), Ramp.of(screens.graphicsLut().orElseThrow(), display)));
        return watched(session);
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
        return screens.graphicsLut()
                .orElseThrow(() -> new CandelaException(
                        "app.no-graphics-lut", "the graphics LUT of " + display.id() + " cannot be read here"))
                .read(display);
    }

    @Override
    public MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        return panels.placement(session);
    }

    @Override
    public void close() {
        patches.values().forEach(FxPatchPresenter::close);
    }
}
