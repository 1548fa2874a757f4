/**
 * What was said, kept: sound in a file of its own while it is spoken, words in the store, until the policy of the facility has
 * both deleted.
 *
 * <p>May use: dictation, vault, facility, store, audit, base.
 *
 * <pre>{@code
 * try (SpokenFile file = utterances.begin(id, draftId, clock.instant())) {
 *     file.append(samples, 0, samples.length);
 *     file.end();
 * }
 * utterances.kept(id);
 * }</pre>
 */
@NullMarked
package org.candela.dictation.keep;

import org.jspecify.annotations.NullMarked;
