package org.candela.dictation.trend;

/**
 * Dictated words against signed ones.
 *
 * @param words that were dictated
 * @param edits words that were changed, left out or put in until they were signed
 * @param terms medical terms that were signed where something was dictated
 * @param termsHeard of these, those that were dictated so
 * @param sideSlips left for right, or right for left
 * @param negationSlips a "no" or "not" that was dictated and not signed, or signed and not dictated
 */
public record Accuracy(int words, int edits, int terms, int termsHeard, int sideSlips, int negationSlips) {
    public static final Accuracy NOTHING = new Accuracy(0, 0, 0, 0, 0, 0);

    public Accuracy {
        if (words < 0 || edits < 0 || termsHeard < 0 || termsHeard > terms || sideSlips < 0 || negationSlips < 0) {
            throw new IllegalArgumentException("counts are not negative, and no more is heard than there is");
        }
    }

    /** Both together. */
    public Accuracy plus(Accuracy more) {
        return new Accuracy(
                words + more.words,
                edits + more.edits,
                terms + more.terms,
                termsHeard + more.termsHeard,
                sideSlips + more.sideSlips,
                negationSlips + more.negationSlips);
    }

    /** Edits for each dictated word, 0 when none was dictated; above 1 when more was put in than was said. */
    public double editRate() {
        return words == 0 ? 0 : (double) edits / words;
    }

    /** Share of the terms that were heard, 1 when there was none. */
    public double termRecall() {
        return terms == 0 ? 1 : (double) termsHeard / terms;
    }
}
