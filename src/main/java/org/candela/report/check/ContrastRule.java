package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.candela.report.SignFinding;

/** The technique must not say that contrast was given where the study is without it, nor the other way round. */
// [impl->req~report.sign-contrast~1]
final class ContrastRule implements SignRule {
    private static final Set<String> MODALITIES = Set.of("CT", "MR");
    private static final Pattern ORDERED_BOTH =
            Pattern.compile("\\bw ?(?:/|and|&|\\+)? ?w ?/?o\\b|\\bwith and without\\b|\\bwithout and with\\b");
    private static final Pattern ORDERED_WITHOUT =
            Pattern.compile("\\bwo\\b|\\bw/o\\b|\\bwithout\\b|\\bnon-?contrast\\b|\\bunenhanced\\b");
    private static final Pattern ORDERED_WITH =
            Pattern.compile("\\bw\\b|\\bwith (?:iv )?contrast\\b|\\bcontrast-enhanced\\b|\\bcta\\b");
    private static final Pattern NOT_GIVEN = Pattern.compile(
            "\\bwithout (?:the )?(?:administration of |use of )?(?:oral or |iv or |any )?(?:intravenous |iv |gadolinium )?contrast\\b"
                    + "|\\bnon-?contrast\\b|\\bunenhanced\\b|\\bno (?:intravenous |iv )?contrast\\b");
    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:after|following|with|of) (?:the )?(?:administration of |injection of )?(?:[\\d?\\[\\]\\w]+ ?ml (?:of )?)?"
                    + "(?:intravenous |iv |iodinated |intra-?arterial )*(?:contrast|gadolinium)\\b|\\bcontrast-enhanced\\b"
                    + "|\\bpost-?contrast\\b|\\bafter (?:intravenous |iv )*(?:gadolinium|contrast)\\b|\\bml (?:of )?(?:intravenous |iodinated )*contrast\\b");

    @Override
    public String id() {
        return "sign.contrast";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        var examination = text.context().draft().study().order().examination();
        if (!MODALITIES.contains(examination.modality())) {
            return List.of();
        }
        String order = examination.description().toLowerCase(Locale.ROOT);
        return text.sentences(Part.TECHNIQUE).stream()
                .flatMap(sentence ->
                        contradiction(sentence, order).map(words -> warn(sentence, sentence.whole(), words)).stream())
                .toList();
    }

    private static Optional<String> contradiction(Sentence sentence, String order) {
        boolean isNotGiven = sentence.has(NOT_GIVEN);
        boolean isGiven = GIVEN.matcher(NOT_GIVEN.matcher(sentence.text()).replaceAll("_"))
                .find();
        boolean isBoth = ORDERED_BOTH.matcher(order).find();
        if (!isBoth && ORDERED_WITHOUT.matcher(order).find()) {
            return isGiven && !isNotGiven
                    ? Optional.of("The study is without contrast and the technique says that it was given: mend it.")
                    : Optional.empty();
        }
        boolean isWith = isBoth || ORDERED_WITH.matcher(order).find();
        return isWith && isNotGiven && !isGiven
                ? Optional.of("The study is with contrast and the technique says that none was given: mend it.")
                : Optional.empty();
    }
}
