package org.candela.codec.stream;

/** Limits that a codestream must keep before memory is taken for what it declares. */
public final class StreamBounds {
    /**
     * 192 MiB a frame: three times the largest detector in use, and less than the 256 MiB that reading a file may take;
     * what claims more is taken for a broken header.
     */
    public static final long MAX_SAMPLES = 3L << 25;

    private StreamBounds() {}

    /**
     * Number of samples of an image, refused when it is too large or when its bytes cannot possibly hold it.
     *
     * @param byteCount bytes of the codestream
     * @param samplesPerByte most samples that one byte of this kind of codestream can stand for
     */
    public static int samples(Extent extent, int byteCount, int samplesPerByte) throws CodecException {
        long samples = extent.samples();
        if (samples <= 0 || samples > MAX_SAMPLES) {
            throw new CodecException("an image of " + extent + " is empty or too large");
        }
        if (samples > (long) byteCount * samplesPerByte) {
            throw new CodecException(byteCount + " bytes cannot hold an image of " + extent);
        }
        return (int) samples;
    }

    /** Declared size of an image. */
    public record Extent(int rows, int columns, int components) {
        long samples() {
            boolean isPossible = rows > 0 && columns > 0 && components > 0 && components <= 0xFFFF;
            long pixels = (long) rows * columns;
            return !isPossible ? 0 : pixels > MAX_SAMPLES ? Long.MAX_VALUE : pixels * components;
        }

        @Override
        public String toString() {
            return rows + " × " + columns + " × " + components;
        }
    }
}
