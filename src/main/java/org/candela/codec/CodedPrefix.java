package org.candela.codec;

import java.util.OptionalInt;
import org.candela.codec.jpeg2000.Jpeg2000Decoder;

/** What the first bytes of a JPEG 2000 codestream give while the rest is on its way. Stateless; safe from any thread. */
public final class CodedPrefix {
    private CodedPrefix() {}

    /**
     * How often width and height must be halved at least for {@code prefix} to give the samples that the whole gives so;
     * 0 when nothing is missing, empty while it gives none. Decodes nothing.
     */
    public static OptionalInt reductionOf(byte[] prefix) {
        return Jpeg2000Decoder.reductionOf(prefix);
    }
}
