package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
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

    /** What shall be done with which display, by which profiles; the first is the one to calibrate to. */
    record Order(QaKind kind, DisplayDevice display, List<CalibrationProfile> profiles) {
        Order {
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

    void cancel() {
        cancellation.cancel();
    }

    void meterIsThere() {
        hand.isThere();
    }

    /** Measures; whatever comes of it, the field is taken off the display. */
    StoredRun run(QaStation station, DisplayQa qa) throws CandelaException {
        QaSession session =
                station.session(order.display(), order.profiles().get(0)).judgedAlsoBy(order.profiles());
        try {
            return measure(session, station, qa);
        } finally {
            session.bench().patches().clear();
        }
    }

    private StoredRun measure(QaSession session, QaStation station, DisplayQa qa) throws CandelaException {
        QaProgress steps = new Steps();
        if (order.kind() == QaKind.CALIBRATION) {
            return qa.calibrate(session, cancellation, steps);
        }
        TestPlan plan = TestPlan.usual(order.kind());
        MeterPlacement placement = counted(station.placement(session, hand), plan.places());
        return qa.test(session, plan, new TestRun.Hands(cancellation, steps, placement));
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
