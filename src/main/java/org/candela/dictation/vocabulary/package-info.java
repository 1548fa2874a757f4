/**
 * Words that a reader added or that were learned from corrections, names of doctors and facilities, and which engine hears.
 *
 * <p>May use: dictation, dictation.engine, dictation.language, store, base. The engine takes them when it opens.
 *
 * <pre>{@code
 * Vocabulary vocabulary = new Vocabulary(database, clock, "reader");
 * vocabulary.add(new AddedWord("Gadavist", "gad a vist", Kind.TERM));
 * }</pre>
 */
@NullMarked
package org.candela.dictation.vocabulary;

import org.jspecify.annotations.NullMarked;
