package org.candela.displayqa;

import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaSession;

/** The displays within reach and the means to measure them. Device thread; closing it lets go of the devices. */
public interface QaStation extends AutoCloseable {
    /** The displays that show something now. */
    List<DisplayDevice> displays() throws CandelaException;

    /**
     * Puts a display on the bench.
     *
     * @throws CandelaException when there is no meter, or it or the display cannot be used
     */
    QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException;

    /** The graphics LUT of a display as it is now. */
    GammaRamp ramp(DisplayDevice display) throws CandelaException;

    /**
     * How the meter of a session of this station comes before the nine places of a screen: by hand, unless the station
     * can move it.
     *
     * @param byHand asks whoever sits before the display
     */
    default MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        return byHand;
    }

    @Override
    void close();
}
