package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.HoldWish;
import org.candela.displayqa.DisplayMatch;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestRun;

/** {@code candela qa calibrate --match}: several displays to one white. Exit 0 when all passed, 1 when one did not. */
// [impl->req~cli.qa-match~1]
record QaMatching(QaDesk desk, Output output) {
    int calibrate(QaRun.Target target, HoldWish wish) throws Exception {
        List<CalibrationProfile> profiles = desk.standards(target.profiles());
        try (QaStation station = desk.open(target.devices())) {
            List<QaSession> sessions = sessions(station, target.display(), profiles);
            List<StoredRun> runs = desk.onLedger(ledger -> new DisplayMatch(new DisplayQa(ledger, desk.clock()))
                    .calibrate(
                            sessions,
                            wish,
                            new TestRun.Hands(new Cancellation(), QaProgress.NONE, moved(station, sessions))));
            return answer(runs);
        }
    }

    private static List<QaSession> sessions(QaStation station, String displays, List<CalibrationProfile> profiles)
            throws CandelaException {
        List<QaSession> sessions = new ArrayList<>();
        for (String name : displays.split(",", -1)) {
            sessions.add(station.session(QaDesk.find(station, name.strip()), profiles.get(0))
                    .judgedAlsoBy(profiles));
        }
        return sessions;
    }

    /** Each display of a station that moves its meters has one of its own. */
    private static MeterPlacement moved(QaStation station, List<QaSession> sessions) {
        return (row, column) -> sessions.forEach(
                session -> station.placement(session, MeterPlacement.NOWHERE).place(row, column));
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
