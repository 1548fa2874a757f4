/**
 * JPEG-LS (ITU-T T.87 | ISO/IEC 14495-1): decoder for lossless and near-lossless streams, encoder for lossless ones.
 *
 * <p>May use: codec.stream, base. Knows no DICOM.
 *
 * <pre>{@code
 * CodedImage image = JpegLsDecoder.decode(bytes);
 * byte[] again = JpegLsEncoder.encode(image);
 * }</pre>
 */
@NullMarked
package org.candela.codec.jpegls;

import org.jspecify.annotations.NullMarked;
