package org.candela.cli;

import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaSession;

/** The displays within reach and the means to measure them. Closing it lets go of the devices. */
public interface QaStation extends AutoCloseable {
    /** The displays that show something now. */
    List<DisplayDevice> displays() throws CandelaException;

    /**
     * Puts a display on the bench.
     *
     * @throws CandelaException when there is no meter, or it or the display cannot be used
     */
    QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException;

    @Override
    void close();

    /** Opens a station. */
    interface Opener {
        /** The displays and meters of this machine. */
        QaStation open() throws CandelaException;

        /** Displays and meters that do not exist. */
        QaStation openSimulated();
    }
}
