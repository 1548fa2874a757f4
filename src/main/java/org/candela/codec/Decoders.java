package org.candela.codec;

import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;

/** Which decoder reads which transfer syntax; how exactly each does is measured in docs/conformance.md. */
// [impl->req~dicom-image.conformance~1]
public final class Decoders {
    private static final FrameDecoder NATIVE = NativeDecoder.INSTANCE;
    private static final FrameDecoder JPEG = JpegFrameDecoder.ofAnyProcess();
    private static final FrameDecoder JPEG_LOSSLESS = JpegFrameDecoder.ofLossless();
    private static final FrameDecoder JPEG_LS = new JpegLsFrameDecoder();
    private static final FrameDecoder JPEG_2000 = new Jpeg2000FrameDecoder();
    private static final Map<String, FrameDecoder> BY_UID = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2", NATIVE),
            Map.entry("1.2.840.10008.1.2.1", NATIVE),
            Map.entry("1.2.840.10008.1.2.1.98", NATIVE),
            Map.entry("1.2.840.10008.1.2.1.99", NATIVE),
            Map.entry("1.2.840.10008.1.2.2", NATIVE),
            Map.entry("1.2.840.10008.1.2.8.1", new DeflatedDecoder()),
            Map.entry("1.2.840.10008.1.2.5", new RleDecoder()),
            Map.entry("1.2.840.10008.1.2.4.50", new JpegBaselineDecoder()),
            Map.entry("1.2.840.10008.1.2.4.51", JPEG),
            Map.entry("1.2.840.10008.1.2.4.53", JPEG),
            Map.entry("1.2.840.10008.1.2.4.55", JPEG),
            Map.entry("1.2.840.10008.1.2.4.57", JPEG_LOSSLESS),
            Map.entry("1.2.840.10008.1.2.4.70", JPEG_LOSSLESS),
            Map.entry("1.2.840.10008.1.2.4.80", JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.81", JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.90", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.91", JPEG_2000),
            // Part 2, multi-component: what uses only Part 1 is read, the rest refused by its markers
            Map.entry("1.2.840.10008.1.2.4.92", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.93", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.201", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.202", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.203", JPEG_2000));

    private Decoders() {}

    /** The decoder; empty when Candela cannot read the transfer syntax. */
    public static Optional<FrameDecoder> forTransferSyntax(Uid transferSyntax) {
        return Optional.ofNullable(BY_UID.get(transferSyntax.value()));
    }
}
