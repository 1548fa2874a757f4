package org.candela.report;

/**
 * A word that the speech engine was unsure of, where it stands now.
 *
 * @param word as written
 * @param confidence of the engine, 0 to 1
 * @param isSeen whether the reader looked at it: had the caret in it, played it, or changed or confirmed it
 */
public record DoubtfulWord(String fieldId, TextSpan span, String word, double confidence, boolean isSeen) {}
