package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/** Bit-plane decoder of T.800 Annex D over the arithmetic decoder of Annex C. */
final class EbcotDecoder implements BlockDecoder {
    @Override
    public void decode(CodedBlock block, int[] coefficients) throws CodecException {
        throw new CodecException("not written yet");
    }
}
