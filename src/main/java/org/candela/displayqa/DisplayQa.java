package org.candela.displayqa;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.HoldWish;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.ReadingTakenBack;
import org.candela.calibration.pattern.VisualResult;
import org.candela.displayqa.ledger.Aborted;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.Judgement;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.QaRecord;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.CalibrationRun;
import org.candela.displayqa.measure.LutBytes;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RunLog;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.TableGuard;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.displayqa.measure.VisualSeen;
import org.candela.image.DisplayLut;
import org.candela.store.StoreException;

/**
 * What one does with a display on the bench: calibrate, test, check before a shift.
 *
 * <p>Each ends in a record in the ledger, judged by every standard of the session; one that breaks off is recorded as such and
 * changes nothing. Device thread;
 * blocks while it measures.
 */
public final class DisplayQa {
    private final QaLedger ledger;
    private final Clock clock;
    private final Company company;

    public DisplayQa(QaLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.company = new Company(ledger);
    }

    /**
     * Calibrates, proves the result, judges it and, unless it failed by the standard calibrated to, puts the table to use.
     * A calibration that failed is recorded, and the graphics LUT found before comes back.
     *
     * @throws QaException {@code displayqa.cold} when the display is not yet warm, {@code displayqa.simulated-meter} for
     *     a simulated meter before a real display
     * @throws CancellationException when cancelled; recorded as a run that broke off, like one that a fault ended
     */
    public StoredRun calibrate(QaSession asked, Cancellation cancellation, QaProgress progress)
            throws CandelaException {
        return calibrate(asked, CalibrationOrder.best(asked.profile().goal()), cancellation, progress);
    }

    /**
     * {@link #calibrate(QaSession, Cancellation, QaProgress)} to an order of its own: held where it says, or matched to the white
     * of other displays.
     *
     * @throws org.candela.calibration.CalibrationException {@code calibration.no-such-holder} when the display has no such place
     */
    // [impl->req~displayqa.holder~1]
    public StoredRun calibrate(QaSession asked, CalibrationOrder order, Cancellation cancellation, QaProgress progress)
            throws CandelaException {
        QaSession session = company.certified(asked);
        requireReady(session);
        Begun begun = new Begun(QaKind.CALIBRATION, session, RunLog.begin(session, progress, clock));
        return toItsEnd(begun, () -> calibrate(begun, order, cancellation));
    }

    private StoredRun calibrate(Begun begun, CalibrationOrder order, Cancellation cancellation)
            throws CandelaException {
        QaSession session = begun.session();
        try (TableGuard guard = TableGuard.set(session.bench())) {
            release(session, order);
            QaOutcome done = new CalibrationRun(session.bench(), order).run(cancellation, begun.log());
            QaRecord record = record(begun, done);
            Judgement goalMet = record.judgements().get(0);
            if (goalMet.overall() == Assessment.FAIL) {
                return ledger.keep(record);
            }
            StoredRun stored = ledger.keepAndUse(record);
            guard.keepTheNewOnes();
            return stored;
        }
    }

    /** Whether a display may be calibrated now. */
    void requireReady(QaSession session) throws QaException {
        requireFit(session);
        requireWarm(session);
    }

    /** A monitor's LUT that held the last table gets what was found in it, unless it shall hold the next one too. */
    private void release(QaSession session, CalibrationOrder order) throws CandelaException {
        boolean isHeldThere = ledger.activeLut(session.display().id())
                .filter(active -> active.needs().monitorSha256().isPresent())
                .isPresent();
        Optional<TestBench.MonitorTables> monitor = session.bench().monitor();
        if (isHeldThere && monitor.isPresent() && order.wish() != HoldWish.MONITOR) {
            TestBench.Ramp table = monitor.orElseThrow().table();
            table.load(table.found());
        }
    }

    /** A run that was begun, and what it has read until now. */
    private record Begun(QaKind kind, QaSession session, RunLog log) {
        /** The same hands, heard by the log. */
        TestRun.Hands heard(TestRun.Hands hands) {
            return new TestRun.Hands(hands.cancellation(), log, hands.placement());
        }
    }

    /** What a run does once it was begun. */
    private interface Work<T> {
        T run() throws CandelaException;
    }

    /** A run that does not come to its end is recorded too: it proves nothing, but it was. */
    // [impl->req~displayqa.aborted~1]
    private <T> T toItsEnd(Begun begun, Work<T> work) throws CandelaException {
        try {
            return work.run();
        } catch (ReadingTakenBack e) {
            throw e; // the run goes on, with the readings before it
        } catch (CancellationException e) {
            keepAborted(begun, Aborted.cancelled(begun.kind()), e);
            throw e;
        } catch (CandelaException e) {
            keepAborted(begun, new Aborted(begun.kind(), e.code(), String.valueOf(e.getMessage())), e);
            throw e;
        }
    }

    private void keepAborted(Begun begun, Aborted why, Exception failure) {
        try {
            ledger.keep(QaRecord.aborted(begun.session(), begun.log(), why, clock));
        } catch (StoreException e) {
            failure.addSuppressed(e); // what broke the run off matters more
        }
    }

    private QaRecord record(Begun begun, QaOutcome done) throws StoreException {
        begun.log().lookBack();
        QaOutcome whole = done.withReadings(begun.log().readings()).with(company.beside(begun.session(), done));
        return QaRecord.judged(
                begun.session(), whole, new QaRecord.Made(begun.log().circumstances(), clock));
    }

    /**
     * Measures the parts of a plan through the table in force, and whether the graphics LUT is still the one it needs. A
     * display without a table, as one that its vendor's own agent calibrates, is measured as it was found; what passes is
     * in force as it is.
     *
     * @throws QaException {@code displayqa.never-calibrated} when there is no table to test and the plan alone
     *     proves none, and as {@link #calibrate}
     */
    // [impl->req~displayqa.test~1]
    public StoredRun test(QaSession asked, TestPlan plan, TestRun.Hands hands) throws CandelaException {
        QaSession session = company.certified(asked);
        requireFit(session);
        if (plan.kind() != QaKind.QUICK_CHECK) {
            requireWarm(session);
        }
        boolean isAsFound = ledger.activeLut(session.display().id()).isEmpty()
                && plan.kind().provesResponse();
        if (!isAsFound) {
            requireActive(session.display());
        }
        Begun begun = new Begun(plan.kind(), session, RunLog.begin(session, hands.progress(), clock));
        TestRun.Hands heard = begun.heard(hands);
        return toItsEnd(
                begun,
                () -> isAsFound
                        ? verifyAsFound(begun, plan, heard)
                        : ledger.keep(record(begun, testTable(begun, plan, heard))));
    }

    private QaOutcome testTable(Begun begun, TestPlan plan, TestRun.Hands hands) throws CandelaException {
        QaSession session = begun.session();
        ActiveLut active = requireActive(session.display());
        QaOutcome.TableSeen table = new QaOutcome.TableSeen(active.sha256(), isRampIntact(session, active));
        QaOutcome measured = new TestRun(session.bench(), new TestRun.Through(active.lut(), table)).run(plan, hands);
        return measured.with(company.function(active, measured));
    }

    /** A pre-shift check that was measured and is not kept yet, since a pattern is looked at first. */
    public static final class PreShift {
        private final Begun begun;
        private final QaOutcome measured;

        private PreShift(Begun begun, QaOutcome measured) {
            this.begun = begun;
            this.measured = measured;
        }
    }

    /**
     * The measured half of a pre-shift check: white, black, graphics LUT, light of the room. Nothing is kept.
     *
     * @throws QaException as {@link #test}
     */
    // [impl->req~displayqa.pre-shift-course~1]
    public PreShift measurePreShift(QaSession asked, TestRun.Hands hands) throws CandelaException {
        QaSession session = company.certified(asked);
        requireFit(session);
        requireActive(session.display());
        Begun begun = new Begun(QaKind.QUICK_CHECK, session, RunLog.begin(session, hands.progress(), clock));
        return toItsEnd(begun, () -> {
            hands.placement().place(1, 1);
            return new PreShift(begun, testTable(begun, TestPlan.usual(QaKind.QUICK_CHECK), begun.heard(hands)));
        });
    }

    /** Keeps a pre-shift check as one record with what was seen of its pattern; nothing where nobody looked. */
    // [impl->req~displayqa.pre-shift-course~1]
    public StoredRun keep(PreShift check, List<VisualResult> seen) throws CandelaException {
        List<VisualSeen> looked = seen.stream().map(VisualSeen::new).toList();
        return ledger.keep(record(check.begun, check.measured.with(looked)));
    }

    /** Records that a pre-shift check was broken off at its pattern. */
    public void breakOff(PreShift check) {
        keepAborted(
                check.begun,
                Aborted.cancelled(QaKind.QUICK_CHECK),
                new CancellationException("broken off at the pattern"));
    }

    /** Nothing is loaded: the graphics LUT stays the one that was found. */
    // [impl->req~displayqa.as-found~1]
    private StoredRun verifyAsFound(Begun begun, TestPlan plan, TestRun.Hands hands) throws CandelaException {
        QaSession session = begun.session();
        String found = session.bench().ramp().read().sha256();
        QaOutcome.TableSeen asIs = new QaOutcome.TableSeen(LutBytes.sha256(DisplayLut.IDENTITY), true);
        QaOutcome done = new TestRun(session.bench(), new TestRun.Through(DisplayLut.IDENTITY, asIs)).run(plan, hands);
        QaRecord record = record(begun, done);
        return record.judgements().get(0).overall() == Assessment.FAIL
                ? ledger.keep(record)
                : ledger.keepAsFound(record, found);
    }

    /** {@link #test} at 18 levels. */
    // [impl->req~displayqa.constancy~1]
    public StoredRun testConstancy(QaSession session, Cancellation cancellation, QaProgress progress)
            throws CandelaException {
        return test(
                session,
                TestPlan.usual(QaKind.CONSTANCY),
                new TestRun.Hands(cancellation, progress, MeterPlacement.NOWHERE));
    }

    /** {@link #test} of white and black only; the display need not be warm. */
    // [impl->req~displayqa.quick-check~1]
    public StoredRun checkQuickly(QaSession session, Cancellation cancellation) throws CandelaException {
        return test(
                session,
                TestPlan.usual(QaKind.QUICK_CHECK),
                new TestRun.Hands(cancellation, QaProgress.NONE, MeterPlacement.NOWHERE));
    }

    /** {@link #test} of one even field at nine places. */
    // [impl->req~displayqa.uniformity~1]
    public StoredRun testUniformity(QaSession session, MeterPlacement placement, Cancellation cancellation)
            throws CandelaException {
        return test(
                session,
                TestPlan.usual(QaKind.UNIFORMITY),
                new TestRun.Hands(cancellation, QaProgress.NONE, placement));
    }

    /** Patterns that are being looked at, and when and where that was begun. */
    public record Looking(DisplayDevice display, RunLog log) {}

    /** Begins a visual test: asks the monitor how it is set, and starts the time. Never fails. */
    // [impl->req~displayqa.record-site~1]
    public Looking beginLooking(DisplayDevice display, RunSite site) {
        return new Looking(display, RunLog.begin(display, site, clock));
    }

    /**
     * Keeps what an observer answered of patterns on a display, shown through its table in force.
     *
     * @param ramp the display's graphics LUT as it was while the patterns were shown
     * @throws QaException {@code displayqa.never-calibrated} when there is no table to look through
     */
    // [impl->req~displayqa.visual-kept~1]
    public StoredRun keepVisual(Looking looking, List<VisualResult> results, GammaRamp ramp, String observer)
            throws CandelaException {
        DisplayDevice display = looking.display();
        ActiveLut active = requireActive(display);
        QaOutcome.TableSeen table =
                new QaOutcome.TableSeen(active.sha256(), active.needs().allows(ramp));
        List<VisualSeen> seen = results.stream().map(VisualSeen::new).toList();
        return ledger.keep(QaRecord.looked(display, seen, table, new Said(clock.instant(), observer))
                .under(looking.log().circumstances()));
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

    private ActiveLut requireActive(DisplayDevice display) throws StoreException, QaException {
        return ledger.activeLut(display.id())
                .orElseThrow(() -> new QaException(
                        "displayqa.never-calibrated", display.id() + " has no table to test: calibrate it first"));
    }

    /** A monitor whose LUT holds the table must be asked too; one that does not answer proves nothing, and the test ends. */
    private static boolean isRampIntact(QaSession session, ActiveLut active) throws DeviceException {
        boolean isGraphicsIntact = active.needs().allows(session.bench().ramp().read());
        Optional<String> held = active.needs().monitorSha256();
        if (held.isEmpty()) {
            return isGraphicsIntact;
        }
        TestBench.MonitorTables monitor = session.bench()
                .monitor()
                .orElseThrow(() -> new DeviceException(
                        "device.monitor-lut",
                        session.display().id().value(),
                        "the monitor's LUT, which holds this display's table, cannot be read"));
        return isGraphicsIntact
                && held.orElseThrow().equals(monitor.table().read().sha256());
    }
}
