package org.candela.report.wording;

/**
 * Words that are a command, for the list of what can be said and for an engine's grammar.
 *
 * @param words in lower case, single spaces; an ellipsis stands for words that the speaker chooses
 * @param meaning one line for the reader
 */
public record Phrase(String words, String meaning) {}
