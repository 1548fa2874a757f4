package org.candela.viewer.hanging;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/**
 * Which studies a protocol is for; a criterion left empty fits all.
 *
 * @param modalities the study has a stack of one of these
 * @param bodyParts Body Part Examined, or a word of the description, is one of these
 * @param words all of these are in the Study Description, whatever their case
 * @param leastPriors at least so many priors are there
 */
public record StudyMatch(List<String> modalities, List<String> bodyParts, List<String> words, int leastPriors) {
    /** Fits every study. */
    public static final StudyMatch ANY = new StudyMatch(List.of(), List.of(), List.of(), 0);

    /** What was done says more than where, where more than how. */
    private static final int FOR_WORDS = 4;

    private static final int FOR_BODY_PART = 2;

    public StudyMatch {
        modalities = upperCase(modalities);
        bodyParts = upperCase(bodyParts);
        words = upperCase(words);
        if (leastPriors < 0) {
            throw new IllegalArgumentException("no number of priors: " + leastPriors);
        }
    }

    /** How well it fits: the more is asked and met, the better; empty when it does not. */
    public OptionalInt score(ReadingStudy study, int priors) {
        if (!meetsModality(study) || !meetsBodyPart(study) || !meetsWords(study) || priors < leastPriors) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((modalities.isEmpty() ? 0 : 1)
                + (bodyParts.isEmpty() ? 0 : FOR_BODY_PART)
                + (words.isEmpty() ? 0 : FOR_WORDS)
                + Math.min(1, leastPriors));
    }

    private boolean meetsModality(ReadingStudy study) {
        return modalities.isEmpty()
                || study.stacks().stream().map(ImageStack::modality).anyMatch(modalities::contains);
    }

    private boolean meetsBodyPart(ReadingStudy study) {
        Stream<String> told = Stream.concat(
                study.stacks().stream().map(stack -> stack.traits().bodyPart()),
                Words.of(study.banner().description()));
        return bodyParts.isEmpty()
                || told.map(part -> part.toUpperCase(Locale.ROOT)).anyMatch(bodyParts::contains);
    }

    private boolean meetsWords(ReadingStudy study) {
        return Words.of(study.banner().description()).toList().containsAll(words);
    }

    private static List<String> upperCase(List<String> given) {
        return given.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }
}
