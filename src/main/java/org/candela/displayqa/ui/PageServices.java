package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import org.candela.base.AppPaths;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;

/**
 * What the page of displays works with.
 *
 * @param profiles standards to judge by; the first is the one to calibrate to, and says when a display is due again
 * @param reader who takes reports out, for the audit trail
 * @param book timetable and facilities; empty where nobody asks for either
 * @param meters what real displays can be measured with
 */
public record PageServices(
        QaStation station,
        QaLedger ledger,
        List<CalibrationProfile> profiles,
        AppPaths paths,
        String reader,
        Optional<QaBook> book,
        Optional<MetersViewModel.Desk> meters) {
    public PageServices {
        profiles = List.copyOf(profiles);
    }

    /** The same at another station. */
    PageServices at(QaStation other) {
        return new PageServices(other, ledger, profiles, paths, reader, book, meters);
    }
}
