package org.candela.report.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;

/**
 * How old a patient was on the day of a study, or that nobody knows.
 *
 * @param isKnown whether the other two say something
 * @param years whole years
 * @param months whole months beyond the years
 */
public record PatientAge(boolean isKnown, int years, int months) {
    /** Nobody knows. */
    public static final PatientAge UNKNOWN = new PatientAge(false, 0, 0);

    /** The age on {@code day} of who was born on {@code birthDate}, a DICOM DA; unknown where either makes no sense. */
    public static PatientAge on(LocalDate day, String birthDate) {
        try {
            LocalDate born = LocalDate.parse(birthDate.strip(), DateTimeFormatter.BASIC_ISO_DATE);
            Period age = Period.between(born, day);
            return age.isNegative() ? UNKNOWN : new PatientAge(true, age.getYears(), age.getMonths());
        } catch (DateTimeException e) {
            return UNKNOWN; // absent or no date
        }
    }

    /** As a report says it: {@code 54-year-old}, {@code 7-month-old}; empty where unknown. */
    public String inWords() {
        if (!isKnown) {
            return "";
        }
        return years >= 2 ? years + "-year-old" : years * 12 + months + "-month-old";
    }
}
