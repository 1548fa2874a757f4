package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.RunSite;

/** A station whose runs state what the reader told of their conditions when they began. Device thread. */
// [impl->req~displayqa.page-conditions~1]
final class ToldStation implements QaStation {
    private final QaStation station;
    private final ConditionsViewModel conditions;

    ToldStation(QaStation station, ConditionsViewModel conditions) {
        this.station = station;
        this.conditions = conditions;
    }

    @Override
    public List<DisplayDevice> displays() throws CandelaException {
        return station.displays();
    }

    @Override
    public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
        QaSession session = station.session(display, profile);
        return session.at(session.site().with(conditions.told()));
    }

    @Override
    public RunSite site(DisplayDevice display) throws CandelaException {
        return station.site(display).with(conditions.told());
    }

    @Override
    public GammaRamp ramp(DisplayDevice display) throws CandelaException {
        return station.ramp(display);
    }

    @Override
    public MeterPlacement placement(QaSession session, MeterPlacement byHand) {
        return station.placement(session, byHand);
    }

    @Override
    public List<ScreenId> displaysRead() {
        return station.displaysRead();
    }

    @Override
    public Optional<RoomIlluminance> roomLight() throws CandelaException {
        return station.roomLight();
    }

    @Override
    public void close() {
        station.close();
    }
}
