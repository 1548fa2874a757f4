package org.candela.app;

import java.util.List;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.displayqa.watch.MeterCertificateCheck;
import org.candela.displayqa.watch.QaDueCheck;
import org.candela.displayqa.watch.QaDueCheck.Asked;
import org.candela.displayqa.watch.QaIntervals;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.displayqa.watch.QaTimetable;
import org.candela.readiness.ReadinessCheck;

/** What the pre-shift card asks of the timetable of display QA, by the standards of all facilities. */
final class QaReminders {
    private final House house;

    QaReminders(House house) {
        this.house = house;
    }

    /** @param which displays in use for reading now */
    List<ReadinessCheck> checks(Supplier<List<ScreenId>> which) {
        House.Base base = house.base();
        QaTimetable timetable = new QaTimetable(
                house.displays().ledger(), new QaSnoozes(base.database(), base.audit(), base.clock()), base.clock());
        List<QaIntervals> standards = standards();
        return List.of(
                new QaDueCheck(timetable, standards, Asked.preShift(which)),
                new QaDueCheck(timetable, standards, Asked.timetable(which)),
                new MeterCertificateCheck(house.displays().ledger(), base.clock(), which));
    }

    private List<QaIntervals> standards() {
        return house.displays().standards().profiles().stream()
                .map(QaIntervals::of)
                .toList();
    }
}
