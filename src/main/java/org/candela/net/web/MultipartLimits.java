package org.candela.net.web;

/**
 * What a peer may make us read.
 *
 * @param headerBytes most bytes of the header lines of one part
 * @param partBytes most bytes of the body of one part
 */
public record MultipartLimits(int headerBytes, long partBytes) {
    /** 16 KiB of headers; 4 GiB a part, more than the largest multi-frame object in use. */
    public static final MultipartLimits DICOM = new MultipartLimits(16 << 10, 4L << 30);

    public MultipartLimits {
        if (headerBytes < 1 || partBytes < 1) {
            throw new IllegalArgumentException("limits must be positive: " + headerBytes + ", " + partBytes);
        }
    }
}
