package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding that reports name.
 *
 * @param named how it is named
 * @param founded what in the findings may stand for it in other words
 */
record Concept(String id, Pattern named, Pattern founded) {
    private static final List<Concept> SHIPPED = Table.rows("findings.tsv", 3).stream()
            .map(row -> new Concept(
                    row.get(0), Pattern.compile("\\b(?:" + row.get(1) + ")\\b"), Pattern.compile(row.get(2))))
            .toList();

    /** All that these sentences say of findings, in their order. */
    static List<Mention> mentions(List<Sentence> sentences) {
        List<Mention> mentions = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (Concept concept : SHIPPED) {
                mentions.addAll(concept.in(sentence));
            }
        }
        return mentions;
    }

    /** Where the text names it; where it does not, and is a short answer, what it says with the name of its field. */
    private List<Mention> in(Sentence sentence) {
        List<Mention> found = named.matcher(sentence.text())
                .results()
                .map(words -> mention(sentence, words.start(), words.end()))
                .toList();
        return found.isEmpty()
                ? sentence.asAnswer().flatMap(answer -> answered(sentence, answer)).stream()
                        .toList()
                : found;
    }

    static Concept withId(String id) {
        return SHIPPED.stream()
                .filter(concept -> concept.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The field's name says what its text is about. */
    private Optional<Mention> answered(Sentence sentence, String answer) {
        Matcher words = named.matcher(answer);
        if (!words.find()) {
            return Optional.empty();
        }
        return Optional.of(new Mention(
                id,
                words.group(),
                StanceReader.stance(answer, words.start(), words.end()),
                StanceReader.change(answer),
                Side.in(answer),
                sentence,
                sentence.whole()));
    }

    private Mention mention(Sentence sentence, int from, int to) {
        var sides = Side.near(sentence.text(), from, to);
        return new Mention(
                id,
                sentence.text().substring(from, to),
                StanceReader.stance(sentence.text(), from, to),
                StanceReader.change(sentence.text()),
                sides.isEmpty() ? Side.in(sentence.label()) : sides,
                sentence,
                sentence.span(from, to));
    }
}
