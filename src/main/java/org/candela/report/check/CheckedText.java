package org.candela.report.check;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.report.SignContext;

/** A report as the rules read it, each sentence once for all of them. One thread. */
final class CheckedText {
    private final SignContext context;
    private final Map<Part, List<Sentence>> sentences = new EnumMap<>(Part.class);
    private final Map<Sentence, List<Mention>> mentions = new HashMap<>();

    CheckedText(SignContext context) {
        this.context = context;
    }

    SignContext context() {
        return context;
    }

    /** The sentences of one part, in the order of the report. */
    List<Sentence> sentences(Part part) {
        return sentences.computeIfAbsent(part, wanted -> List.copyOf(Sentence.of(context, wanted)));
    }

    /** What one part says of findings, in its order. */
    List<Mention> mentions(Part part) {
        return sentences(part).stream()
                .flatMap(sentence -> mentions(sentence).stream())
                .toList();
    }

    /** What one sentence says of findings. */
    List<Mention> mentions(Sentence sentence) {
        return mentions.computeIfAbsent(sentence, read -> List.copyOf(Concept.mentions(List.of(read))));
    }
}
