package org.candela.report;

import java.util.List;
import java.util.Locale;

/** Templates begin with no comparison; where an earlier examination is known, that may stand only when it is meant. */
// [impl->req~report.sign-comparison-denied~1]
final class ComparisonDeniedRule implements SignRule {
    @Override
    public String id() {
        return "sign.comparison-denied";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        String text = context.sectionText(TemplateSection.COMPARISON).strip().toLowerCase(Locale.ROOT);
        boolean isDenied = text.equals("none") || text.equals("none.");
        return context.draft().study().priorDates().stream()
                .max((one, other) -> one.compareTo(other))
                .filter(newest -> isDenied)
                .map(newest -> SignFinding.warn(
                        this,
                        context.firstFieldOf(TemplateSection.COMPARISON),
                        "Comparison says none, but an examination of " + newest + " is here."))
                .stream()
                .toList();
    }
}
