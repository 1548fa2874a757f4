package org.candela.displayqa;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.Uniformity;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.QaProgress.Step;
import org.candela.image.DisplayLut;
import org.candela.store.StoreException;

/**
 * What one does with a display on the bench: calibrate, test constancy and uniformity, check before a shift.
 *
 * <p>Each ends in a judged record in the ledger, or changes nothing. Device thread; blocks while it measures.
 */
public final class DisplayQa {
    private final QaLedger ledger;
    private final Clock clock;

    public DisplayQa(QaLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Calibrates, proves the result, judges it and, unless it failed, puts the table to use. A calibration that failed is
     * recorded, and the graphics LUT found before comes back.
     *
     * @throws QaException {@code displayqa.cold} when the display is not yet warm, {@code displayqa.simulated-meter} for
     *     a simulated meter before a real display
     * @throws java.util.concurrent.CancellationException when cancelled; nothing is recorded
     */
    public StoredRun calibrate(QaSession session, Cancellation cancellation, QaProgress progress)
            throws CandelaException {
        requireFit(session);
        requireWarm(session);
        CalibrationRun.Goal goal = new CalibrationRun.Goal(
                session.profile().maximum(), session.profile().luminanceRatio());
        try (RampGuard guard = RampGuard.set(session.bench().ramp())) {
            Calibration done = new CalibrationRun(session.bench(), goal).run(cancellation, progress);
            QaRecord record = QaRecord.judged(session, done, clock);
            if (record.overall() == Verdict.Result.FAIL) {
                return ledger.keep(record);
            }
            StoredRun stored = ledger.keepAndUse(record);
            guard.keepTheNewOne();
            return stored;
        }
    }

    /** Measures the table in force at 18 levels, and whether the graphics LUT is still the one it was made with. */
    // [impl->req~displayqa.constancy~1]
    public StoredRun testConstancy(QaSession session, Cancellation cancellation, QaProgress progress)
            throws CandelaException {
        requireFit(session);
        requireWarm(session);
        ActiveLut active = requireActive(session);
        MeasuringPass pass = new MeasuringPass(session.bench(), cancellation, progress);
        boolean isRampIntact = isRampIntact(session, active);
        ContrastResponse response = EighteenLevels.measure(
                pass,
                Step.CONFORMANCE_LEVELS,
                new EighteenLevels.Shown(active.lut(), session.bench().room().ambient()));
        Constancy done = new Constancy(
                session.bench().photometer().identity(), active.sha256(), isRampIntact, response, pass.readings());
        return ledger.keep(QaRecord.judged(session, done, clock));
    }

    /** Measures white and black through the table in force, and whether the graphics LUT is still the one it needs. */
    // [impl->req~displayqa.quick-check~1]
    public StoredRun checkQuickly(QaSession session, Cancellation cancellation) throws CandelaException {
        requireFit(session);
        ActiveLut active = requireActive(session);
        MeasuringPass pass = new MeasuringPass(session.bench(), cancellation, QaProgress.NONE);
        boolean isRampIntact = isRampIntact(session, active);
        Luminance ambient = session.bench().room().ambient();
        Luminance black = pass.measure(active.lut().argb(0), MeasuringPass.Bounds.ANYTHING);
        Luminance white = pass.measure(
                active.lut().argb(DisplayLut.MAX_P_VALUE), new MeasuringPass.Bounds(black, Double.POSITIVE_INFINITY));
        QuickCheck done = new QuickCheck(
                session.bench().photometer().identity(),
                active.sha256(),
                isRampIntact,
                black.plus(ambient),
                white.plus(ambient),
                pass.readings());
        return ledger.keep(QaRecord.judged(session, done, clock));
    }

    /** Measures one even field at nine places through the table in force. */
    // [impl->req~displayqa.uniformity~1]
    public StoredRun testUniformity(QaSession session, Evenness.MeterPlacement placement, Cancellation cancellation)
            throws CandelaException {
        requireFit(session);
        requireWarm(session);
        ActiveLut active = requireActive(session);
        MeasuringPass pass = new MeasuringPass(session.bench(), cancellation, QaProgress.NONE);
        List<Luminance> seen = new ArrayList<>();
        for (int place = 0; place < Uniformity.SIDE * Uniformity.SIDE; place++) {
            placement.place(place / Uniformity.SIDE, place % Uniformity.SIDE);
            Luminance emitted = pass.measure(active.lut().argb(Evenness.P_VALUE), MeasuringPass.Bounds.ANYTHING);
            seen.add(emitted.plus(session.bench().room().ambient()));
        }
        Evenness done =
                new Evenness(session.bench().photometer().identity(), active.sha256(), evenness(seen), pass.readings());
        return ledger.keep(QaRecord.judged(session, done, clock));
    }

    private static Uniformity evenness(List<Luminance> seen) throws QaException {
        try {
            return Uniformity.of(seen);
        } catch (IllegalArgumentException e) {
            throw new QaException("displayqa.no-light", "the field gave no light at any place; is the screen on?", e);
        }
    }

    /** A table computed from a simulated panel must never come into force on a real one. */
    // [impl->req~displayqa.no-simulation-on-real-display~1]
    private static void requireFit(QaSession session) throws QaException {
        boolean isVirtual = session.display().edid().filter(Edid::isVirtual).isPresent();
        if (session.bench().photometer().identity().isSimulated() && !isVirtual) {
            throw new QaException(
                    "displayqa.simulated-meter",
                    session.display().id() + " is a real display: a simulated meter cannot measure it");
        }
    }

    // [impl->req~displayqa.warm-up~1]
    private void requireWarm(QaSession session) throws QaException {
        Duration lit = Duration.between(session.litSince(), clock.instant());
        Duration needed = session.profile().schedule().warmUp();
        if (lit.compareTo(needed) < 0) {
            throw new QaException(
                    "displayqa.cold",
                    session.display().id() + " has been on for " + Math.max(0, lit.toMinutes())
                            + " min; its light is steady after " + needed.toMinutes() + " min");
        }
    }

    private ActiveLut requireActive(QaSession session) throws StoreException, QaException {
        return ledger.activeLut(session.display().id())
                .orElseThrow(() -> new QaException(
                        "displayqa.never-calibrated",
                        session.display().id() + " has no table to test: calibrate it first"));
    }

    private static boolean isRampIntact(QaSession session, ActiveLut active) throws DeviceException {
        return session.bench().ramp().read().sha256().equals(active.rampSha256());
    }
}
