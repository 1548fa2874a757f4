package org.candela.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Earlier examinations known for the patient of a report.
 *
 * @param known the most relevant first
 * @param silent facilities that did not answer: what they have is not known
 */
public record ReportedPriors(List<ReportedPrior> known, List<String> silent) {
    /** Nothing is known. */
    public static final ReportedPriors NONE = new ReportedPriors(List.of(), List.of());

    public ReportedPriors {
        known = List.copyOf(known);
        silent = List.copyOf(silent);
    }

    /** Those that can be compared. */
    public List<ReportedPrior> here() {
        return known.stream().filter(ReportedPrior::isHere).toList();
    }

    /** Those that are known and not here. */
    public List<ReportedPrior> away() {
        return known.stream().filter(prior -> !prior.isHere()).toList();
    }

    /** Study dates of those that are here. */
    public List<LocalDate> datesHere() {
        return here().stream().map(ReportedPrior::date).toList();
    }

    /** {@code "north did not answer"}; empty when all answered. */
    public String silence() {
        return silent.isEmpty() ? "" : String.join(" and ", silent) + " did not answer";
    }
}
