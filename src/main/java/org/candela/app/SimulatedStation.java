package org.candela.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.RunSite;

/** Two diagnostic displays that do not exist, each before a meter that does not either. */
final class SimulatedStation implements QaStation {
    private final SimulatedPanels panels;
    private final List<DisplayDevice> displays = List.of(display(1, "VIRT DIAG L", 0), display(2, "VIRT DIAG R", 1536));

    private final RunSites sites;

    SimulatedStation(Clock clock, RunSites sites) {
        this.sites = sites;
        this.panels = new SimulatedPanels(clock);
    }

    @Override
    public List<DisplayDevice> displays() {
        return displays;
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws DeviceException {
        return panels.session(display, profile).at(site(display));
    }

    @Override
    public RunSite site(DisplayDevice display) {
        return sites.of(display);
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) {
        return panels.ramp(display);
    }

    @Override
    public Optional<RoomIlluminance> roomLight() throws DeviceException {
        return Optional.of(panels.roomLight());
    }

    @Override
    public MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        return panels.placement(session);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private static DisplayDevice display(int number, String name, int x) {
        Edid edid = new Edid("CDL", 0x0D1A, number, name, "SIM-" + number, 325, 433, 2026);
        return new DisplayDevice("SIM-" + number, Optional.of(edid), new Place(x, 0, 1536, 2048));
    }
}
