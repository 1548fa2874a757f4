package org.candela.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.AmbientLightSensor;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MeterShelf;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;

/** The displays of this machine, to be listed: nothing is shown on them, and nothing loaded. */
final class MachineStation implements QaStation {
    private final DisplayDriver driver;
    private final Lights lights;

    private MachineStation(DisplayDriver driver, Lights lights) {
        this.driver = driver;
        this.lights = lights;
    }

    /** What may read the light of the room: a sensor of the computer, else a meter with a diffuser. */
    record Lights(MeterShelf shelf, Clock clock) {
        RoomIlluminance read() throws CandelaException {
            Optional<AmbientLightSensor> sensor = MonitorReach.lightSensor();
            return RoomLight.read(
                    sensor.isPresent()
                            ? sensor.orElseThrow()
                            : shelf.lightSensor(new Cancellation())
                                    .orElseThrow(() -> new CandelaException(
                                            "app.no-light-sensor",
                                            "no light sensor is within reach; enter what a lux meter shows:"
                                                    + " candela qa room --lux LX --meter METER")),
                    clock);
        }
    }

    static MachineStation open(DisplayDriver.Desktop desktop, Lights lights) throws CandelaException {
        return new MachineStation(driver(DisplayDriver.open(desktop), desktop), lights);
    }

    /** @throws CandelaException {@code app.no-display} where there is none */
    static DisplayDriver driver(Optional<DisplayDriver> opened, DisplayDriver.Desktop desktop) throws CandelaException {
        return opened.orElseThrow(() -> new CandelaException(
                "app.no-display",
                (desktop.xDisplay().isBlank()
                                ? "there is no X display here (DISPLAY is not set)"
                                : "the displays of " + desktop.xDisplay() + " cannot be identified; see the log")
                        + KernelMonitors.told(KernelMonitors.PORTS)));
    }

    @Override
    public List<DisplayDevice> displays() throws CandelaException {
        return driver.inventory().displays();
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
        throw new CandelaException("app.no-window", display.id() + " is only listed here, not measured");
    }

    @Override
    public Optional<RoomIlluminance> roomLight() throws CandelaException {
        return Optional.of(lights.read());
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) throws CandelaException {
        return driver.graphicsLut().read(display);
    }

    @Override
    public void close() {
        driver.close();
    }
}
