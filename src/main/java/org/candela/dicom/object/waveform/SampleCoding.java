package org.candela.dicom.object.waveform;

import java.util.Optional;

/** Waveform Sample Interpretation (PS3.3 C.10.9.1.5): how the bytes of a sample are a number. Little endian. */
public enum SampleCoding {
    /** Signed, 8 bits. */
    SB(1),
    /** Unsigned, 8 bits. */
    UB(1),
    /** µ-law, 8 bits (ITU-T G.711). */
    MB(1),
    /** A-law, 8 bits (ITU-T G.711). */
    AB(1),
    /** Signed, 16 bits. */
    SS(2),
    /** Unsigned, 16 bits. */
    US(2),
    /** Signed, 32 bits. */
    SL(4),
    /** Unsigned, 32 bits. */
    UL(4);

    private static final int BITS_A_BYTE = 8;
    private static final int MU_BIAS = 33;

    private final int bytes;

    SampleCoding(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of a sample. */
    public int bytes() {
        return bytes;
    }

    /** The coding of this term for samples of {@code bitsAllocated}; empty for others, and where both contradict. */
    static Optional<SampleCoding> of(String term, int bitsAllocated) {
        for (SampleCoding coding : values()) {
            if (coding.name().equals(term) && coding.bytes * BITS_A_BYTE == bitsAllocated) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /** The number at {@code offset}, as coded: without sensitivity or baseline. */
    long decode(byte[] data, int offset) {
        int low = data[offset] & 0xFF;
        return switch (this) {
            case SB -> data[offset];
            case UB -> low;
            case MB -> muLaw(low);
            case AB -> aLaw(low);
            case SS -> (short) (low | (data[offset + 1] << 8));
            case US -> low | ((data[offset + 1] & 0xFF) << 8);
            case SL -> (int) word(data, offset);
            case UL -> word(data, offset) & 0xFFFFFFFFL;
        };
    }

    private static long word(byte[] data, int offset) {
        long word = 0;
        for (int i = 3; i >= 0; i--) {
            word = (word << 8) | (data[offset + i] & 0xFF);
        }
        return word;
    }

    /** G.711 table 2a: all bits inverted; {@code ±((2·m + 33) · 2^s − 33)}, at most 8031. */
    private static long muLaw(int code) {
        int plain = ~code & 0xFF;
        int segment = (plain >> 4) & 7;
        int magnitude = ((((plain & 0xF) << 1) + MU_BIAS) << segment) - MU_BIAS;
        return (plain & 0x80) == 0 ? magnitude : -magnitude;
    }

    /** G.711 table 1a: even bits inverted; segment 0: {@code 2·m + 1}, else {@code (2·m + 33) · 2^(s − 1)}, at most 4032. */
    private static long aLaw(int code) {
        int plain = code ^ 0x55;
        int segment = (plain >> 4) & 7;
        int mantissa = (plain & 0xF) << 1;
        int magnitude = segment == 0 ? mantissa + 1 : (mantissa + MU_BIAS) << (segment - 1);
        return (plain & 0x80) == 0 ? -magnitude : magnitude;
    }
}
