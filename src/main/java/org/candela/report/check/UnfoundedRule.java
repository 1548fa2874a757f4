package org.candela.report.check;

import java.util.List;
import java.util.stream.Collectors;
import org.candela.report.SignFinding;

/** What the impression affirms stands somewhere in the findings, in these words or in others. */
// [impl->req~report.sign-impression-unfounded~1]
final class UnfoundedRule implements SignRule {
    @Override
    public String id() {
        return "sign.impression-unfounded";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        String findings = Prose.text(text.sentences(Part.FINDINGS)) + "\n" + answers(text);
        if (findings.isBlank()) {
            return List.of();
        }
        return text.mentions(Part.IMPRESSION).stream()
                .filter(Mention::isAffirmed)
                .filter(said -> isUnfounded(Concept.withId(said.concept()), findings))
                .map(said -> warn(
                        said.sentence(),
                        said.span(),
                        "The findings say nothing of \"" + said.words()
                                + "\": describe it there, or take it out of the impression."))
                .distinct()
                .toList();
    }

    private static String answers(CheckedText text) {
        return text.sentences(Part.FINDINGS).stream()
                .flatMap(sentence -> sentence.asAnswer().stream())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isUnfounded(Concept concept, String findings) {
        return !concept.named().matcher(findings).find()
                && !concept.founded().matcher(findings).find();
    }
}
