package org.candela.report;

import java.time.LocalDate;
import java.util.List;

/** A date under Comparison should be the date of a known earlier examination; a wrong one sends others to nothing. */
// [impl->req~report.sign-comparison-date~1]
final class ComparisonDateRule implements SignRule {
    @Override
    public String id() {
        return "sign.comparison-date";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        List<LocalDate> priors = context.draft().study().priorDates();
        return WrittenDates.in(context.sectionText(TemplateSection.COMPARISON)).stream()
                .filter(date -> !priors.contains(date))
                .map(date -> SignFinding.warn(
                        this,
                        context.firstFieldOf(TemplateSection.COMPARISON),
                        "No earlier examination of " + date + " is known."))
                .toList();
    }
}
