package org.candela.app;

import java.util.List;
import org.candela.report.OpenReport;
import org.candela.report.ReportId;
import org.candela.report.SignFinding;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.ReportViewModel;

/** Writes a report as a reader does who is in a hurry. On the thread of the report. */
final class ReportHands {
    private ReportHands() {}

    /** Types into every field that must be filled. */
    static ReportId write(ReportViewModel report, String sentence) {
        report.textProperty("findings").set(sentence);
        for (List<SignFinding> missing = missing(report); !missing.isEmpty(); missing = missing(report)) {
            fill(report, missing.get(0).fieldId(), sentence);
        }
        return report.reportProperty().get().orElseThrow().draft().id();
    }

    private static List<SignFinding> missing(ReportViewModel report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .filter(finding -> !finding.fieldId().isEmpty())
                .toList();
    }

    private static void fill(ReportViewModel report, String fieldId, String sentence) {
        OpenReport written = report.reportProperty().get().orElseThrow();
        TemplateField.Content content = written.template().fields().stream()
                .filter(field -> field.id().equals(fieldId))
                .findFirst()
                .orElseThrow()
                .content();
        report.textProperty(fieldId)
                .set(
                        switch (content.kind()) {
                            case PROSE, LINE -> sentence;
                            case NUMBER -> "12";
                            case CHOICE -> content.options().get(0);
                        });
    }
}
