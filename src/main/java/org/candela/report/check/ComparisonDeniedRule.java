package org.candela.report.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candela.report.Comparison;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedPriors;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.template.TemplateSection;

/** Templates begin with no comparison; where an earlier examination is known, that may stand only when it is meant. */
// [impl->req~report.sign-comparison-denied~1]
final class ComparisonDeniedRule implements SignRule {
    @Override
    public String id() {
        return "sign.comparison-denied";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        if (!Comparison.isDenial(context.sectionText(TemplateSection.COMPARISON))) {
            return List.of();
        }
        ReportedPriors priors = context.draft().study().priors();
        return newest(priors.here())
                .map(prior -> "Comparison says none, but an examination of " + prior.date() + " is here.")
                .or(() -> newest(priors.away())
                        .map(prior ->
                                "Comparison says none, but one is known and not here: " + prior.wordsWithPlace() + "."))
                .map(words -> warn(context.firstFieldOf(TemplateSection.COMPARISON), words))
                .stream()
                .toList();
    }

    private static Optional<ReportedPrior> newest(List<ReportedPrior> priors) {
        return priors.stream().max(Comparator.comparing(ReportedPrior::date));
    }
}
