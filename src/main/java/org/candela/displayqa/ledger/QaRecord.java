package org.candela.displayqa.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.Circumstances;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RunLog;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.VisualSeen;

/**
 * One QA run on one display: what was measured, with what, under which conditions, and what each standard says.
 *
 * @param operator who ran it
 * @param litSince since when the display was on; its warm-up
 * @param figures the quantities that may be judged, so that a standard asked later judges the same figures
 * @param judgements one for each standard of the session
 * @param circumstances when and where
 * @param aborted why it did not come to its end; empty for a run that did
 */
public record QaRecord(
        Instant at,
        String operator,
        DisplayDevice display,
        Instant litSince,
        TestBench.Room room,
        QaOutcome outcome,
        Figures figures,
        List<Judgement> judgements,
        Circumstances circumstances,
        Optional<Aborted> aborted) {
    public QaRecord {
        judgements = List.copyOf(judgements);
    }

    /** The record of an outcome, judged now by each profile of the session; when and where is not known. */
    public static QaRecord judged(QaSession session, QaOutcome outcome, Clock clock) {
        return judged(session, outcome, new Made(Circumstances.unknown(clock.instant()), clock));
    }

    /**
     * How a record comes to be.
     *
     * @param clock tells when that is
     */
    public record Made(Circumstances circumstances, Clock clock) {}

    /** The record of an outcome, judged now by each profile of the session. */
    public static QaRecord judged(QaSession session, QaOutcome outcome, Made made) {
        Figures figures = Evidence.assessable(outcome, session.bench().room(), made.clock());
        Judgement.Measured measured =
                new Judgement.Measured(figures, outcome.table().isRampIntact());
        return new QaRecord(
                made.clock().instant(),
                session.operator(),
                session.display(),
                session.litSince(),
                session.bench().room(),
                outcome,
                figures,
                session.profiles().stream()
                        .map(profile -> Judgement.of(profile, outcome.kind(), measured))
                        .toList(),
                made.circumstances(),
                Optional.empty());
    }

    /** The record of a run that did not come to its end: what was read until then, and why. Nothing judges it. */
    // [impl->req~displayqa.aborted~1]
    public static QaRecord aborted(QaSession session, RunLog log, Aborted why, Clock clock) {
        QaOutcome broken = new QaOutcome(
                QaKind.ABORTED,
                session.bench().photometer().identity(),
                new QaOutcome.TableSeen("", true),
                List.of(),
                log.readings());
        return new QaRecord(
                clock.instant(),
                session.operator(),
                session.display(),
                session.litSince(),
                session.bench().room(),
                broken,
                Figures.NONE,
                List.of(),
                log.circumstances(),
                Optional.of(why));
    }

    /**
     * The record of what an observer answered; no standard of figures judges it.
     *
     * @param seen in the order shown, at least one
     * @param table what patterns went through
     */
    // [impl->req~displayqa.visual-kept~1]
    public static QaRecord looked(DisplayDevice display, List<VisualSeen> seen, QaOutcome.TableSeen table, Said by) {
        boolean isVirtual = display.edid().filter(Edid::isVirtual).isPresent();
        Photometer.Identity eye = isVirtual
                ? Photometer.Identity.simulated("observer", "before a virtual display", "", Photometer.Aim.EYE)
                : Photometer.Identity.eyeOf(by.operator());
        QaOutcome outcome = new QaOutcome(QaKind.VISUAL, eye, table, List.copyOf(seen), List.of());
        TestBench.Room room = new TestBench.Room(Luminance.ZERO, TestBench.AmbientSource.DEFAULT);
        return new QaRecord(
                by.at(),
                by.operator(),
                display,
                by.at(),
                room,
                outcome,
                Figures.NONE,
                List.of(),
                Circumstances.unknown(by.at()),
                Optional.empty());
    }

    /** The same record, of which it is known when and where it was made. */
    public QaRecord under(Circumstances known) {
        return new QaRecord(at, operator, display, litSince, room, outcome, figures, judgements, known, aborted);
    }

    /** Which display. */
    public ScreenId screen() {
        return display.id();
    }

    /** Whether the meter, and with it the light, does not exist; printed wherever the record is shown. */
    public boolean isSimulated() {
        return outcome.photometer().isSimulated();
    }

    /** Overall result: that of the standard which says the worst, or of what was looked at. */
    public Assessment overall() {
        if (!outcome.table().isRampIntact()) {
            return Assessment.FAIL;
        }
        Stream<Assessment> looked =
                outcome.all(VisualSeen.class).map(seen -> seen.result().outcome());
        Stream<Assessment> judged = judgements.stream().map(Judgement::overall);
        return Assessment.worst(Stream.concat(looked, judged).toList());
    }
}
