package org.candela.report.spelling;

/**
 * A word that no dictionary knows.
 *
 * @param start of its first character in the text
 * @param end behind its last
 */
public record Misspelling(int start, int end, String word) {}
