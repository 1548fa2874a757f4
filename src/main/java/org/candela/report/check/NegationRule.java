package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import org.candela.report.SignFinding;
import org.candela.report.check.Mention.Stance;

/**
 * A finding that the findings deny and the impression affirms, or the other way round: a lost or added "no" is the commonest
 * dangerous error of speech. Only what the findings say in one way alone contradicts.
 */
// [impl->req~report.sign-negation~1]
final class NegationRule implements SignRule {
    @Override
    public String id() {
        return "sign.negation";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<Mention> found = text.mentions(Part.FINDINGS);
        List<SignFinding> flips = new ArrayList<>();
        for (Mention said : text.mentions(Part.IMPRESSION)) {
            List<Mention> same = found.stream()
                    .filter(mention -> mention.concept().equals(said.concept()))
                    .filter(mention -> mention.stance() != Stance.SPOKEN_OF)
                    .toList();
            if (isFlip(said, same)) {
                flips.add(warn(said.sentence(), said.span(), message(said, same.get(0))));
            }
        }
        return flips.stream().distinct().toList();
    }

    private static String message(Mention said, Mention found) {
        return "The impression " + (said.isAffirmed() ? "affirms" : "denies") + " \"" + said.words()
                + "\", the findings say " + Prose.quoted(found.sentence().told()) + ": mend the one that is wrong.";
    }

    private static boolean isFlip(Mention said, List<Mention> found) {
        if (found.isEmpty()) {
            return false;
        }
        return switch (said.stance()) {
            case AFFIRMED ->
                found.stream()
                        .allMatch(one -> one.stance() == Stance.DENIED && one.mayMean(said) && !isOfAcute(one, said));
            case DENIED -> found.stream().allMatch(one -> one.isAffirmed() && one.mayMean(said));
            default -> false;
        };
    }

    /** {@code No acute fracture} and an impression of a fracture that is not called acute may both be right. */
    private static boolean isOfAcute(Mention denied, Mention said) {
        Sentence sentence = denied.sentence();
        return StanceReader.isOfAcuteAlone(sentence.text(), denied.span().from() - sentence.start())
                && said.sentence().text().matches(".*\\b(?:subacute|age-indeterminate|indeterminate)\\b.*");
    }
}
