/**
 * JPEG 2000 Part 1 (Rec. ITU-T T.800) codestreams, bare or in a JP2 file, with the block decoder of Part 15 (T.814).
 *
 * <p>May use: codec.stream, base. Knows no DICOM. From the outside in: Jpeg2000Decoder finds the codestream,
 * CodestreamParser reads its markers, PacketReader hands coded segments to code blocks, a BlockDecoder
 * makes coefficients of them, the wavelets and the component transform make samples.
 *
 * <pre>{@code
 * CodedImage image = Jpeg2000Decoder.decode(bytes, Jpeg2000Decoder.Options.FULL);
 * }</pre>
 */
@NullMarked
package org.candela.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
