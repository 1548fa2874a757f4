package org.candela.displayqa;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.RunSite;

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

    /** What a run on a display states of its surroundings, also one that needs no meter. */
    default RunSite site(DisplayDevice display) throws CandelaException {
        return RunSite.UNKNOWN;
    }

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

    /** Displays that images are read from now; empty where all are. Any thread. */
    default List<ScreenId> displaysRead() {
        return List.of();
    }

    /**
     * Light of the room, read now from a sensor that is there; empty where there is none.
     *
     * @throws CandelaException when there is a sensor and it cannot be read
     */
    default Optional<RoomIlluminance> roomLight() throws CandelaException {
        return Optional.empty();
    }

    @Override
    void close();
}
