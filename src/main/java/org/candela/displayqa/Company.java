package org.candela.displayqa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceDrift;
import org.candela.calibration.Uniformity;
import org.candela.calibration.device.MeterCertificate;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredWhite;
import org.candela.displayqa.measure.CertifiedPhotometer;
import org.candela.displayqa.measure.ChangeSeen;
import org.candela.displayqa.measure.ColoursSeen;
import org.candela.displayqa.measure.DisplaysCompared;
import org.candela.displayqa.measure.Finding;
import org.candela.displayqa.measure.FunctionSeen;
import org.candela.displayqa.measure.LevelsSeen;
import org.candela.displayqa.measure.MatchedTo;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.store.StoreException;

/** What the ledger knows that a run on one display alone does not: the meter's certificate, other displays, earlier light. */
final class Company {
    private final QaLedger ledger;

    Company(QaLedger ledger) {
        this.ledger = ledger;
    }

    /** The session with its meter's certificate at hand, where one was entered. */
    // [impl->req~displayqa.certificate~1]
    QaSession certified(QaSession session) throws StoreException {
        TestBench bench = session.bench();
        Optional<MeterCertificate> known = ledger.certificate(bench.photometer().identity());
        return known.isEmpty()
                ? session
                : session.with(bench.with(new CertifiedPhotometer(bench.photometer(), known.orElseThrow())));
    }

    /** White beside that of each other display of the desk, and the ends against those of the calibration in force. */
    // [impl->req~displayqa.compared~1]
    List<Finding> beside(QaSession session, QaOutcome done) throws StoreException {
        Optional<Ends> ends = Ends.of(done);
        if (ends.isEmpty()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (StoredWhite other : ledger.latestWhites()) {
            boolean isBeside = !other.display().equals(session.display().id())
                    && other.isSimulated() == isSimulated(done)
                    && !isStillToCome(other.display(), session.display().id(), done);
            if (isBeside) {
                found.add(compared(ends.orElseThrow(), other));
            }
        }
        if (done.calibration().isEmpty()) {
            change(session.display().id(), ends.orElseThrow()).ifPresent(found::add);
        }
        return found;
    }

    /** Deviation from the power curve that the table in force was made for; none where that is the GSDF, which κδ judges. */
    // [impl->req~displayqa.gamma~1]
    List<Finding> function(ActiveLut active, QaOutcome done) throws StoreException {
        Optional<CalibrationGoal.Function> function =
                ledger.run(active.run()).map(run -> run.view().function());
        return function.filter(CalibrationGoal.Gamma.class::isInstance)
                .map(CalibrationGoal.Gamma.class::cast)
                .map(gamma -> done.all(LevelsSeen.class)
                        .<Finding>map(levels -> FunctionSeen.of(gamma, levels.response()))
                        .toList())
                .orElse(List.of());
    }

    /** Of a group that is being matched, those that come later still have the white of before. */
    private static boolean isStillToCome(ScreenId other, ScreenId here, QaOutcome done) {
        return done.all(MatchedTo.class)
                .map(MatchedTo::group)
                .anyMatch(group -> group.indexOf(other) > group.indexOf(here));
    }

    private static boolean isSimulated(QaOutcome done) {
        return done.photometer().isSimulated();
    }

    private Optional<Finding> change(ScreenId display, Ends now) throws StoreException {
        Optional<ActiveLut> active = ledger.activeLut(display);
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return ledger.white(active.orElseThrow().run())
                .map(then -> change(
                        then.run(),
                        LuminanceDrift.between(then.ends(), new LuminanceDrift.Ends(now.black(), now.white()))));
    }

    private static Finding change(long calibration, LuminanceDrift drift) {
        return new ChangeSeen(calibration, drift.white(), drift.black());
    }

    private static Finding compared(Ends here, StoredWhite other) {
        double distance = here.colour().isPresent() && other.colour().isPresent()
                ? here.colour().orElseThrow().distanceTo(other.colour().orElseThrow())
                : Double.NaN;
        return new DisplaysCompared(
                other.display(), other.run(), Uniformity.betweenDisplays(here.white(), other.white()), distance);
    }

    /** Ends of the scale of a run, from its levels or from these alone. */
    private record Ends(Luminance black, Luminance white, Optional<Chromaticity> colour) {
        static Optional<Ends> of(QaOutcome done) {
            Optional<Chromaticity> colour = done.all(ColoursSeen.class)
                    .findFirst()
                    .flatMap(colours -> colours.white().light().chromaticity());
            return done.ends().map(ends -> new Ends(ends.black(), ends.white(), colour));
        }
    }
}
