package org.candela.displayqa.ui;

import java.util.List;
import org.candela.displayqa.watch.QaIntervals;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.displayqa.watch.QaTimetable;
import org.candela.facility.Facility;

/**
 * What the page knows of the time between runs and of those whom reports are for.
 *
 * @param standards how often each of them wants a display tested
 * @param facilities by name
 */
public record QaBook(QaTimetable timetable, QaSnoozes snoozes, List<QaIntervals> standards, List<Facility> facilities) {
    public QaBook {
        standards = List.copyOf(standards);
        facilities = List.copyOf(facilities);
    }
}
