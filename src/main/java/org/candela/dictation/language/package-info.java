/**
 * What radiologists say and how it sounds, without a speech engine: phrases as a grammar, a trigram model of the sentences it
 * makes, pronunciations, and letters turned to sounds for words that no list has.
 *
 * <p>May use: base. All of it is written for Candela; no report of a patient was used.
 *
 * <pre>{@code
 * ReportLanguage language = ReportLanguage.shipped().with(wordsOfTheReader);
 * double p = language.model().probability("small", "pleural", "effusion");
 * }</pre>
 */
@NullMarked
package org.candela.dictation.language;

import org.jspecify.annotations.NullMarked;
