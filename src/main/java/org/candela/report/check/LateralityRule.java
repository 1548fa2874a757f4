package org.candela.report.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candela.report.SignFinding;
import org.candela.report.check.Mention.Stance;

/**
 * The impression must not say of one side what the findings say only of the other: of the same finding, or of the same
 * word. Reads prose, so it warns.
 *
 * <p>What is said of both sides in the findings contradicts nothing, and what is called normal there founds nothing.
 */
// [impl->req~report.sign-laterality~1]
final class LateralityRule implements SignRule {
    private static final Pattern NORMAL =
            Pattern.compile("\\b(?:normal|clear|unremarkable|intact|patent|preserved|compressible"
                    + "|compress|homogeneous|spared|symmetric)\\b|^\\s*no\\b|\\bno (?:abnormality|suspicious)\\b");

    @Override
    public String id() {
        return "sign.laterality";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<Mention> found = present(text.mentions(Part.FINDINGS));
        Map<String, Set<Side>> words = SideMentions.in(text.sentences(Part.FINDINGS).stream()
                .filter(sentence -> !isNormal(sentence, text))
                .toList());
        List<SignFinding> contradictions = new ArrayList<>();
        for (Sentence sentence : text.sentences(Part.IMPRESSION)) {
            of(text.mentions(sentence), found)
                    .or(() -> isNormal(sentence, text) ? Optional.empty() : ofWords(sentence, words))
                    .map(about -> warn(sentence, sentence.whole(), message(sentence, about)))
                    .ifPresent(contradictions::add);
        }
        return List.copyOf(contradictions);
    }

    private static String message(Sentence sentence, String about) {
        return "Findings and impression name different sides for " + about + " in " + Prose.quoted(sentence.text())
                + ": look at the images and mend the wrong one.";
    }

    private static List<Mention> present(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention ->
                        mention.isAffirmed() || mention.stance() == Stance.PAST || mention.stance() == Stance.UNSURE)
                .toList();
    }

    private static Optional<String> of(List<Mention> said, List<Mention> found) {
        return present(said).stream()
                .filter(mention -> !mention.sides().isEmpty())
                .filter(mention -> contradicts(mention, sidesOf(mention.concept(), found)))
                .map(Mention::words)
                .findFirst();
    }

    private static boolean contradicts(Mention mention, Set<Side> found) {
        return !found.isEmpty() && !found.containsAll(mention.sides());
    }

    private static Set<Side> sidesOf(String concept, List<Mention> found) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        List<Mention> same =
                found.stream().filter(one -> one.concept().equals(concept)).toList();
        same.forEach(one -> sides.addAll(one.sides()));
        boolean isSomewhere = same.stream().anyMatch(one -> one.sides().isEmpty()) && same.size() > 1;
        return isSomewhere ? EnumSet.noneOf(Side.class) : sides;
    }

    /** Sentences without a finding of the lexicon are compared by the words that stand beside a side. */
    private static Optional<String> ofWords(Sentence sentence, Map<String, Set<Side>> found) {
        Map<String, Set<Side>> said = SideMentions.in(List.of(sentence));
        String contradicted = said.entrySet().stream()
                .filter(entry -> found.containsKey(entry.getKey()))
                .filter(entry -> !found.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        boolean isSupported = said.entrySet().stream()
                .anyMatch(entry -> found.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()));
        return contradicted.isEmpty() || isSupported ? Optional.empty() : Optional.of(contradicted);
    }

    private static boolean isNormal(Sentence sentence, CheckedText text) {
        return sentence.has(NORMAL) && present(text.mentions(sentence)).isEmpty();
    }
}
