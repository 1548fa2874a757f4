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

/** The displays of this machine, without a window to show patches in: they are listed here, and measured in the workstation. */
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

    /** @param display name of the X display, as {@code ":0"}; empty when there is none */
    static MachineStation open(String display, Lights lights) throws CandelaException {
        return DisplayDriver.open(display)
                .map(driver -> new MachineStation(driver, lights))
                .orElseThrow(() -> new CandelaException(
                        "app.no-display",
                        display.isBlank()
                                ? "there is no X display here (DISPLAY is not set)"
                                : "the displays of " + display + " cannot be identified; see the log"));
    }

    @Override
    public List<DisplayDevice> displays() throws CandelaException {
        return driver.inventory().displays();
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
        throw new CandelaException(
                "app.no-window",
                display.id() + " is measured in the workstation, which shows patches on it (candela, page Display QA);"
                        + " on the command line --simulate shows how it goes");
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
