/**
 * What all codestream decoders share: the decoded image, its bounds, the workers that help and the error.
 *
 * <p>May use: base.
 *
 * <pre>{@code
 * CodedImage image = new CodedImage(rows, columns, components, bits, isSigned, samples);
 * }</pre>
 */
@NullMarked
package org.candela.codec.stream;

import org.jspecify.annotations.NullMarked;
