package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text that a version is signed with. */
// [impl->req~report.amendments~1]
final class SignedSections {
    private SignedSections() {}

    /**
     * By meaning: the whole text; of an addendum what was signed before, and what is added; of a withdrawal what is taken
     * back. Addenda stay when the text above them is corrected.
     *
     * @throws IllegalArgumentException for an amendment of nothing
     */
    static List<ReportSection> of(SignContext context, Optional<SignedReport> newest) {
        if (context.meaning().mayBegin()) {
            return ReportSection.of(context.draft(), context.template());
        }
        SignedReport before =
                newest.orElseThrow(() -> new IllegalArgumentException("nothing is signed that could be amended"));
        return switch (context.meaning()) {
            case ADDENDUM -> with(before.sections(), added(context));
            case CORRECTED -> with(ReportSection.of(context.draft(), context.template()), addenda(before));
            default -> before.sections();
        };
    }

    private static List<ReportSection> added(SignContext context) {
        return List.of(new ReportSection(
                SignedReport.ADDENDUM, context.facts().amendment().text()));
    }

    private static List<ReportSection> addenda(SignedReport before) {
        return before.sections().stream()
                .filter(section -> section.heading().equals(SignedReport.ADDENDUM))
                .toList();
    }

    private static List<ReportSection> with(List<ReportSection> first, List<ReportSection> then) {
        List<ReportSection> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
