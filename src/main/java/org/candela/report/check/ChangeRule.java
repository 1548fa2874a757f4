package org.candela.report.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.report.SignFinding;
import org.candela.report.check.Mention.Change;
import org.candela.report.check.Mention.Stance;

/** New in the impression and unchanged in the findings, grown and smaller: one of them is wrong. */
// [impl->req~report.sign-change~1]
final class ChangeRule implements SignRule {
    @Override
    public String id() {
        return "sign.change";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<Mention> found = told(text.mentions(Part.FINDINGS));
        return told(text.mentions(Part.IMPRESSION)).stream()
                .filter(said -> contradicts(said, found))
                .map(said -> warn(
                        said.sentence(),
                        said.span(),
                        "The impression tells another change of \"" + said.words()
                                + "\" than the findings do: compare once more and mend the wrong one."))
                .distinct()
                .toList();
    }

    private static List<Mention> told(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.isAffirmed() || mention.stance() == Stance.UNSURE)
                .filter(mention -> mention.change() != Change.UNTOLD)
                .toList();
    }

    private static boolean contradicts(Mention said, List<Mention> found) {
        Set<Change> changes = found.stream()
                .filter(mention -> mention.concept().equals(said.concept()) && mention.mayMean(said))
                .map(Mention::change)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Change.class)));
        return !changes.isEmpty() && !changes.contains(said.change());
    }
}
