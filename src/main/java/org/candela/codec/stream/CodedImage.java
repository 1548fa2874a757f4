package org.candela.codec.stream;

/**
 * An image as its codestream holds it, before any DICOM attribute is looked at.
 *
 * <p>Samples are row-major, rows × columns × components, components of a pixel together, subsampled components brought
 * to full size, in the colour space of the codestream after its own component transform (RCT and ICT give RGB, the YCbCr
 * of JPEG stays YCbCr). Values are sign-extended from {@code bits}; unsigned values above 32767 wrap in the
 * {@code short}. The array is shared, never copied: whoever makes an image gives the array away. Safe from any thread.
 *
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param components samples a pixel, at least 1
 * @param bits precision of the samples, 1 to 16
 * @param isSigned whether the codestream says that samples are signed; JPEG and JPEG-LS cannot say so
 * @param samples the samples, {@code rows × columns × components} of them
 */
@SuppressWarnings("ArrayRecordComponent") // a frame's samples: shared by agreement, compared by nobody
public record CodedImage(int rows, int columns, int components, int bits, boolean isSigned, short[] samples) {
    private static final int MAX_BITS = 16;

    public CodedImage {
        if (rows < 1 || columns < 1 || components < 1 || bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException(
                    "impossible image: " + rows + " × " + columns + " × " + components + " of " + bits + " bits");
        }
        if (samples.length != (long) rows * columns * components) {
            throw new IllegalArgumentException(samples.length + " samples for " + rows + " × " + columns + " pixels of "
                    + components + " components");
        }
    }
}
