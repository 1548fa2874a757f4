package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.check.SideMentions.Side;
import org.candela.report.template.TemplateSection;

/**
 * The impression must not say of one side what the findings say only of the other. Reads prose, so it warns.
 *
 * <p>A word mentioned on both sides in the findings contradicts nothing.
 */
// [impl->req~report.sign-laterality~1]
final class LateralityRule implements SignRule {
    @Override
    public String id() {
        return "sign.laterality";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        Map<String, Set<Side>> findings = SideMentions.in(context.sectionText("Findings"));
        Map<String, Set<Side>> impression = SideMentions.in(context.sectionText(TemplateSection.IMPRESSION));
        List<String> contradicted = new ArrayList<>();
        impression.forEach((word, sides) -> {
            Set<Side> found = findings.getOrDefault(word, Set.of());
            if (!found.isEmpty() && !found.containsAll(sides)) {
                contradicted.add(word);
            }
        });
        return contradicted.isEmpty()
                ? List.of()
                : List.of(warn(
                        context.firstFieldOf(TemplateSection.IMPRESSION),
                        "Findings and impression name different sides for: " + String.join(", ", contradicted) + "."));
    }
}
