/**
 * JPEG (ITU-T T.81 | ISO/IEC 10918-1): decoder for baseline, extended sequential, progressive and lossless streams with
 * Huffman coding.
 *
 * <p>May use: codec.stream, base. Knows no DICOM. Arithmetic coding and hierarchical streams are refused by name.
 *
 * <pre>{@code
 * JpegHeader header = JpegDecoder.describe(bytes);
 * CodedImage image = JpegDecoder.decode(bytes);
 * }</pre>
 */
@NullMarked
package org.candela.codec.jpeg;

import org.jspecify.annotations.NullMarked;
