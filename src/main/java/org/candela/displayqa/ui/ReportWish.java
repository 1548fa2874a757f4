package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.report.ReportOrder;
import org.candela.facility.Facility;

/**
 * For whom a report may be written, as the page offers it.
 *
 * @param order empty for the standard that the run was measured for
 */
record ReportWish(String text, Optional<ReportOrder> order) {
    /** The usual one, then each facility by its own standard, then each standard for nobody in particular. */
    static List<ReportWish> all(String usual, List<Facility> facilities, List<CalibrationProfile> profiles) {
        List<ReportWish> wishes = new ArrayList<>();
        wishes.add(new ReportWish(usual, Optional.empty()));
        facilities.forEach(facility -> wishes.add(new ReportWish(
                facility.name() + " (" + facility.qaProfile() + ")", Optional.of(ReportOrder.of(facility)))));
        profiles.forEach(
                profile -> wishes.add(new ReportWish(profile.title(), Optional.of(ReportOrder.of(profile.id())))));
        return wishes;
    }

    @Override
    public String toString() {
        return text; // what a choice shows
    }
}
