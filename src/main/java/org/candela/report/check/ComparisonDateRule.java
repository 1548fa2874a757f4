package org.candela.report.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.report.Comparison;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedPriors;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.template.TemplateSection;

/**
 * A date under Comparison should be the date of an earlier examination that is here; a wrong one sends others to nothing,
 * one after the examination is wrong whatever is known, and one that could not be looked at was not compared. A sentence
 * that says so may name it.
 */
// [impl->req~report.sign-comparison-date~1]
// [impl->req~report.sign-comparison-away~1]
final class ComparisonDateRule implements SignRule {
    @Override
    public String id() {
        return "sign.comparison-date";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        return Comparison.sentences(context.sectionText(TemplateSection.COMPARISON)).stream()
                .flatMap(sentence -> objections(sentence, context))
                .distinct()
                .map(objection -> warn(context.firstFieldOf(TemplateSection.COMPARISON), objection))
                .toList();
    }

    private static Stream<String> objections(String sentence, SignContext context) {
        ReportedPriors priors = context.draft().study().priors();
        LocalDate examined =
                context.draft().study().order().examination().performedAt().toLocalDate();
        return WrittenDates.in(sentence).stream()
                .filter(date -> !priors.datesHere().contains(date))
                .flatMap(date -> date.isAfter(examined)
                        ? Stream.of(date + " is after this examination of " + examined + ": mend the date.")
                        : objection(date, sentence, priors).stream());
    }

    private static Optional<String> objection(LocalDate date, String sentence, ReportedPriors priors) {
        if (Comparison.isWithout(sentence)) {
            return Optional.empty();
        }
        Optional<ReportedPrior> away = priors.away().stream()
                .filter(prior -> prior.date().equals(date))
                .findFirst();
        String silence = priors.silent().isEmpty() ? "" : " (" + priors.silence() + ")";
        return Optional.of(away.map(prior -> "Known, but not here to compare: " + prior.wordsWithPlace() + ".")
                .orElse("No earlier examination of " + date + " is known" + silence + "."));
    }
}
