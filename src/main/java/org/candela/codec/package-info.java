/**
 * From the bytes of one frame to its samples. Knows no data set.
 *
 * <p>May use: image, base. One decoder a family of transfer syntaxes; what has none is refused by name.
 *
 * <pre>{@code
 * Frame frame = Decoders.forTransferSyntax(uid).orElseThrow().decode(bytes, layout);
 * }</pre>
 */
@NullMarked
package org.candela.codec;

import org.jspecify.annotations.NullMarked;
