package org.candela.displayqa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.HoldWish;
import org.candela.calibration.Luminance;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.MatchedTo;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestRun;
import org.candela.displayqa.measure.WhiteReach;

/**
 * Calibrates several displays to one white: the dimmest that each of them reaches and its standard asks for, so that images look
 * alike side by side.
 *
 * <p>First white of each display is measured, then each is calibrated to min over displays of min(L'max of its standard's goal,
 * 99 % of what it reaches); the hundredth is for noise of the meter and for the backlight, which drifts. Colour is not matched
 * but judged: Δu'v' stands in the records beside ΔL'max. Device thread.
 */
// [impl->req~displayqa.match~1]
public final class DisplayMatch {
    private static final int WHITE = 0xFFFFFFFF;
    private static final double HEADROOM = 0.99;

    private final DisplayQa qa;

    public DisplayMatch(DisplayQa qa) {
        this.qa = qa;
    }

    private record Reach(ScreenId display, Luminance white) {}

    /**
     * Runs over all displays. Each pair is compared in the record of the one that is calibrated later.
     *
     * @param sessions two or more, of different displays
     * @param hands asked to bring the meter to the middle of each display, first to measure white, then to calibrate; the
     *     display that is meant shows white
     * @return one record a display, in their order
     * @throws QaException {@code displayqa.no-group} for less than two displays; as {@link DisplayQa#calibrate}
     * @throws CalibrationException {@code calibration.match-too-dim} when one display's standard does not allow the white that
     *     another one can reach; nothing is changed then
     * @throws java.util.concurrent.CancellationException when cancelled; displays that are done stay calibrated
     */
    public List<StoredRun> calibrate(List<QaSession> sessions, HoldWish wish, TestRun.Hands hands)
            throws CandelaException {
        requireGroup(sessions);
        MatchedTo group = group(sessions, hands);
        List<StoredRun> runs = new ArrayList<>();
        for (QaSession session : sessions) {
            requireAllowed(session, group);
        }
        for (QaSession session : sessions) {
            CalibrationOrder order =
                    CalibrationOrder.best(session.profile().goal()).held(wish).matched(group);
            placed(session, hands);
            try {
                runs.add(qa.calibrate(session, order, hands.cancellation(), hands.progress()));
            } finally {
                session.bench().patches().clear();
            }
        }
        return runs;
    }

    private void requireGroup(List<QaSession> sessions) throws QaException {
        long displays = sessions.stream()
                .map(session -> session.display().id())
                .distinct()
                .count();
        if (displays < 2 || displays != sessions.size()) {
            throw new QaException("displayqa.no-group", "matching takes two different displays or more");
        }
        for (QaSession session : sessions) {
            qa.requireReady(session);
        }
    }

    private static MatchedTo group(List<QaSession> sessions, TestRun.Hands hands) throws CandelaException {
        List<Reach> reaches = new ArrayList<>();
        for (QaSession session : sessions) {
            placed(session, hands);
            try {
                reaches.add(reach(session, WhiteReach.measure(session.bench(), hands.cancellation())));
            } finally {
                session.bench().patches().clear();
            }
        }
        Reach dimmest = reaches.stream()
                .min((one, other) -> one.white().compareTo(other.white()))
                .orElseThrow();
        return new MatchedTo(
                dimmest.white(),
                dimmest.display(),
                reaches.stream().map(Reach::display).toList());
    }

    private static Reach reach(QaSession session, Luminance measured) {
        double goal = session.profile().goal().maximum().cdPerM2();
        return new Reach(session.display().id(), new Luminance(Math.min(goal, HEADROOM * measured.cdPerM2())));
    }

    private static void placed(QaSession session, TestRun.Hands hands) throws CandelaException {
        hands.cancellation().throwIfRequested();
        session.bench().patches().show(WHITE);
        hands.placement().place(1, 1);
    }

    private static void requireAllowed(QaSession session, MatchedTo group) throws CalibrationException {
        for (ProfileLimit limit : session.profile().limits()) {
            boolean isMissed = limit.quantity() == Quantity.MAXIMUM_LUMINANCE
                    && limit.isKnown()
                    && limit.assess(group.white().cdPerM2()) == Assessment.FAIL;
            if (isMissed) {
                throw new CalibrationException(
                        "calibration.match-too-dim",
                        String.format(
                                Locale.ROOT,
                                "%s reaches %.1f cd/m² for the whole group, and %s of %s asks for %s %.1f: leave it out, or"
                                        + " raise its backlight",
                                group.dimmest(),
                                group.white().cdPerM2(),
                                session.profile().title(),
                                session.display().id(),
                                limit.operator().sign(),
                                limit.limit()));
            }
        }
    }
}
