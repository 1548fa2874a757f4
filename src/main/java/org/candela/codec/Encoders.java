package org.candela.codec;

import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;

/** Which encoder writes which transfer syntax; all of them without loss. */
public final class Encoders {
    private static final FrameEncoder NATIVE = new NativeEncoder();
    private static final Map<String, FrameEncoder> BY_UID = Map.of(
            "1.2.840.10008.1.2", NATIVE,
            "1.2.840.10008.1.2.1", NATIVE,
            "1.2.840.10008.1.2.1.99", NATIVE,
            "1.2.840.10008.1.2.5", new RleEncoder(),
            "1.2.840.10008.1.2.4.80", new JpegLsFrameEncoder());

    private Encoders() {}

    /** The encoder; empty when Candela cannot write the transfer syntax. */
    public static Optional<FrameEncoder> forTransferSyntax(Uid transferSyntax) {
        return Optional.ofNullable(BY_UID.get(transferSyntax.value()));
    }
}
