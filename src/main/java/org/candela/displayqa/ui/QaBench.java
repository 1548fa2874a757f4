package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.HoldWish;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.DisplayMatch;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RetakingBench;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.displayqa.ui.RunProgress.Phase;

/** One run from bench to record. Made on the FX thread, {@link #run} on the device thread. */
final class QaBench {
    private final Order order;
    private final Hearers hearers;
    private final Executor ui;
    private final Cancellation cancellation = new Cancellation();
    private final HandPlacement hand;

    /**
     * What shall be done with which displays, by which profiles; the first is the one to calibrate to.
     *
     * @param displays one; or several, that are calibrated to one white
     * @param parts what a test measures; empty for the usual parts of its kind
     * @param wish where a calibration shall hold its table
     */
    record Order(
            QaKind kind,
            List<TestPart> parts,
            List<DisplayDevice> displays,
            List<CalibrationProfile> profiles,
            HoldWish wish) {
        Order {
            parts = List.copyOf(parts);
            displays = List.copyOf(displays);
            profiles = List.copyOf(profiles);
        }
    }

    /** Who hears on the FX thread how far the run is and where the meter shall go. */
    record Hearers(Consumer<RunProgress> progress, Consumer<Optional<ScreenPlace>> placeWanted) {}

    QaBench(Order order, Hearers hearers, Executor ui) {
        this.order = order;
        this.hearers = hearers;
        this.ui = ui;
        this.hand = new HandPlacement(cancellation, hearers.placeWanted(), ui);
    }

    QaKind kind() {
        return order.kind();
    }

    /** Its readings may be typed; of several displays none can be taken back, as nobody can begin anew. */
    void typedBy(HandReadings readings) {
        HandReadings.Slips slips =
                order.displays().size() == 1 ? HandReadings.Slips.TAKEN_BACK : HandReadings.Slips.STAY;
        readings.begin(new HandReadings.Run(order.displays().get(0), slips), cancellation);
    }

    void cancel() {
        cancellation.cancel();
    }

    void meterIsThere() {
        hand.isThere();
    }

    /** Measures; whatever comes of it, the fields are taken off the displays. One record a display. */
    List<StoredRun> run(QaStation station, DisplayQa qa) throws CandelaException {
        List<QaSession> sessions = new ArrayList<>();
        for (DisplayDevice display : order.displays()) {
            sessions.add(station.session(display, order.profiles().get(0)).judgedAlsoBy(order.profiles()));
        }
        try {
            return sessions.size() == 1
                    ? List.of(measureOne(sessions.get(0), station, qa))
                    : new DisplayMatch(qa).calibrate(sessions, order.wish(), handsFor(sessions, station));
        } finally {
            sessions.forEach(session -> session.bench().patches().clear());
        }
    }

    /** Measures what a pre-shift check measures; nothing is kept yet, and the field is taken off the display. */
    DisplayQa.PreShift measurePreShift(QaStation station, DisplayQa qa) throws CandelaException {
        QaSession session = station.session(
                        order.displays().get(0), order.profiles().get(0))
                .judgedAlsoBy(order.profiles());
        try {
            return qa.measurePreShift(
                    session, new TestRun.Hands(cancellation, QaProgress.NONE, station.placement(session, hand)));
        } finally {
            session.bench().patches().clear();
        }
    }

    private StoredRun measureOne(QaSession session, QaStation station, DisplayQa qa) throws CandelaException {
        RetakingBench retaking = new RetakingBench(session.bench());
        return retaking.measured(() -> measure(session.with(retaking.bench()), new Placed(station, retaking), qa));
    }

    /** Who brings the meter to places, but to those whose reading is known already. */
    private record Placed(QaStation station, RetakingBench retaking) {
        MeterPlacement of(QaSession session, MeterPlacement hand) {
            return station.placement(session, hand);
        }
    }

    private StoredRun measure(QaSession session, Placed placed, DisplayQa qa) throws CandelaException {
        QaProgress steps = new Steps();
        if (order.kind() == QaKind.CALIBRATION) {
            CalibrationOrder wished =
                    CalibrationOrder.best(session.profile().goal()).held(order.wish());
            return qa.calibrate(session, wished, cancellation, steps);
        }
        TestPlan usual = TestPlan.usual(order.kind());
        TestPlan plan = order.parts().isEmpty() ? usual : usual.of(order.parts());
        MeterPlacement placement = placed.retaking().placement(counted(placed.of(session, hand), plan.places()));
        return qa.test(session, plan, new TestRun.Hands(cancellation, steps, placement));
    }

    /** A person brings the meter from display to display; where each has one of its own nobody is asked. */
    private TestRun.Hands handsFor(List<QaSession> sessions, QaStation station) {
        MeterPlacement placement = sessions.stream()
                .map(session -> station.placement(session, hand))
                .reduce((one, other) -> one == hand || other == hand ? hand : both(one, other))
                .orElse(hand);
        return new TestRun.Hands(cancellation, new Steps(), placement);
    }

    private static MeterPlacement both(MeterPlacement one, MeterPlacement other) {
        return (row, column) -> {
            one.place(row, column);
            other.place(row, column);
        };
    }

    private MeterPlacement counted(MeterPlacement placement, int places) {
        AtomicInteger done = new AtomicInteger();
        return (row, column) -> {
            tell(Phase.PLACES, done.getAndIncrement(), places);
            placement.place(row, column);
        };
    }

    /** How many levels there are is told before they are read; of the native response only the beginning is known. */
    private final class Steps implements QaProgress {
        private int expected;

        @Override
        public void begins(Step step, int patches) {
            expected = step == Step.NATIVE_RESPONSE ? 0 : patches;
        }

        @Override
        public void reached(Step step, int readings) {
            tell(Phase.of(step), readings, expected);
        }
    }

    private void tell(Phase phase, int done, int expected) {
        RunProgress now =
                new RunProgress(cancellation.isRequested() ? Phase.CANCELLING : phase, order.kind(), done, expected);
        ui.execute(() -> hearers.progress().accept(now));
    }
}
