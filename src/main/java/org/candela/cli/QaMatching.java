package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.HoldWish;
import org.candela.displayqa.DisplayMatch;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestRun;

/** {@code candela qa calibrate --match}: several displays to one white. Exit 0 when all passed, 1 when one did not. */
// [impl->req~cli.qa-match~1]
record QaMatching(QaDesk desk, Output output) {
    int calibrate(QaTarget target, HoldWish wish) throws Exception {
        return new QaSeat.Order(desk, target.means(QaKind.CALIBRATION), output)
                .seated(seat -> calibrate(seat, target, wish), this::answer);
    }

    private static List<StoredRun> calibrate(QaSeat seat, QaTarget target, HoldWish wish) throws CandelaException {
        List<QaSession> sessions = new ArrayList<>();
        for (String name : target.display().split(",", -1)) {
            sessions.add(target.told(seat.session(name.strip())));
        }
        seat.talk().takeNothingBack();
        return new DisplayMatch(seat.qa())
                .calibrate(sessions, wish, new TestRun.Hands(seat.cancellation(), seat.talk(), moved(seat, sessions)));
    }

    /** Each display of a station that moves its meters has one of its own; else whoever sits there brings it. */
    private static MeterPlacement moved(QaSeat seat, List<QaSession> sessions) throws CandelaException {
        boolean isByHand = seat.isByHand();
        if (isByHand && !seat.talk().canAsk()) {
            throw new CandelaException(
                    "cli.no-placement", "nobody moves the meter from display to display here: leave --json out");
        }
        return isByHand
                ? seat.talk()
                : (row, column) -> sessions.forEach(session -> seat.station()
                        .placement(session, MeterPlacement.NOWHERE)
                        .place(row, column));
    }

    private int answer(List<StoredRun> runs) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        runs.forEach(run -> json.add(QaRun.json(run)));
        output.print(
                json,
                String.join(
                        System.lineSeparator(),
                        runs.stream().map(StoredRun::summary).toList()));
        boolean haveAllPassed = runs.stream().allMatch(run -> run.overall() == Assessment.PASS);
        return haveAllPassed ? 0 : Candela.NO;
    }
}
