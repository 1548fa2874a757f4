package org.candela.report.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candela.report.SignFinding;

/** Words that sound like others, where the words beside them tell which was meant: terminal ilium, plural effusion. */
// [impl->req~report.sign-sound-alike~1]
final class SoundAlikeRule implements SignRule {
    private static final List<Pair> PAIRS = Table.rows("sound-alikes.tsv", 2).stream()
            .map(row -> new Pair(Pattern.compile("\\b(?:" + row.get(0) + ")\\b"), row.get(1)))
            .toList();

    private record Pair(Pattern heard, String meant) {}

    @Override
    public String id() {
        return "sign.homophone";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        return Stream.of(Part.values())
                .flatMap(part -> text.sentences(part).stream())
                .flatMap(this::heard)
                .toList();
    }

    private Stream<SignFinding> heard(Sentence sentence) {
        return PAIRS.stream().flatMap(pair -> pair.heard()
                .matcher(sentence.text())
                .results()
                .map(found -> warn(
                        sentence,
                        sentence.span(found.start(), found.end()),
                        "\"" + found.group() + "\": probably " + pair.meant() + " was meant; read it and mend it.")));
    }
}
