package org.candela.app;

import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.QaSession;

/** The displays of this machine, without a window to show patches in: they are listed here, and measured in the workstation. */
final class MachineStation implements QaStation {
    private final DisplayDriver driver;

    private MachineStation(DisplayDriver driver) {
        this.driver = driver;
    }

    /** @param display name of the X display, as {@code ":0"}; empty when there is none */
    static MachineStation open(String display) throws CandelaException {
        return DisplayDriver.open(display)
                .map(MachineStation::new)
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
    public GammaRamp ramp(DisplayDevice display) throws CandelaException {
        return driver.graphicsLut().read(display);
    }

    @Override
    public void close() {
        driver.close();
    }
}
