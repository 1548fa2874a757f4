package org.candela.report;

import java.util.List;

/**
 * What is known beside the text of a report when it is checked. What nobody told is empty, and checks stay silent on it.
 *
 * @param findingsTold critical findings that are on record as communicated
 */
public record SignFacts(
        ImageFacts images, List<DoubtfulWord> doubtfulWords, List<String> findingsTold, Amendment amendment) {
    /** Nothing is known. */
    public static final SignFacts NONE = new SignFacts(ImageFacts.NONE, List.of(), List.of(), Amendment.NONE);

    public SignFacts {
        doubtfulWords = List.copyOf(doubtfulWords);
        findingsTold = List.copyOf(findingsTold);
    }

    /** The same with what the images say. */
    public SignFacts withImages(ImageFacts facts) {
        return new SignFacts(facts, doubtfulWords, findingsTold, amendment);
    }

    /** The same with the words that the speech engine was unsure of. */
    public SignFacts withDoubtfulWords(List<DoubtfulWord> words) {
        return new SignFacts(images, words, findingsTold, amendment);
    }

    /** The same with what was communicated. */
    public SignFacts withFindingsTold(List<String> findings) {
        return new SignFacts(images, doubtfulWords, findings, amendment);
    }

    /** The same with what the version to be signed changes. */
    public SignFacts withAmendment(Amendment change) {
        return new SignFacts(images, doubtfulWords, findingsTold, change);
    }
}
