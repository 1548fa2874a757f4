package org.candela.dictation.engine.sphinx;

/**
 * How widely sphinx4 looks for the best words; wider is slower and misses less.
 *
 * @param tokens most states that are followed at once
 * @param share of the best probability below which a state is dropped
 * @param words most ends of words that are followed at once
 * @param wordShare of the best probability below which an end of a word is dropped
 * @param languageWeight how much what is likely said counts against what was heard
 */
record Beams(int tokens, double share, int words, double wordShare, float languageWeight) {
    /** For words while somebody speaks. */
    static final Beams NARROW = new Beams(4_000, 1e-48, 30, 1e-30, 8);
    /** For the words that stay. */
    static final Beams WIDE = new Beams(8_000, 1e-60, 60, 1e-40, 10);
}
