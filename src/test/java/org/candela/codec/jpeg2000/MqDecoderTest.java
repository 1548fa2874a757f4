package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MqDecoderTest {
    /** The test sequence of T.88 H.2, which the arithmetic decoder of T.800 shares: one context, from state 0. */
    @Test
    void testSequenceOfTheStandardIsDecoded() {
        byte[] coded = HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADFFFAC" + "FFFF");
        int[] contexts = {MqStates.packed(0, 0)};
        MqBits bits = new MqBits();
        bits.read(coded, 0, coded.length - 2);
        MqDecoder mq = new MqDecoder(bits);
        StringBuilder decoded = new StringBuilder();

        for (int at = 0; at < 32; at++) {
            int value = 0;
            for (int i = 0; i < 8; i++) {
                value = value << 1 | mq.decide(contexts, 0);
            }
            decoded.append(HexFormat.of().withUpperCase().toHexDigits((byte) value));
        }

        assertEquals(
                "00020051000000C0035287 2AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF".replace(" ", ""),
                decoded.toString());
    }

    /** C.3.4: a byte behind FF holds seven bits, and a carry that may run through all bits before it. */
    @Test
    void carriesRunIntoTheWordsBefore() {
        byte[] coded = HexFormat.of().parseHex("01FF7FFF7FFF7FFF7FFF8F" + "FFFF");
        MqBits bits = new MqBits();

        bits.read(coded, 0, coded.length - 2);

        // 68 ones behind 01, then 8F: the carry makes them zeros and 01 a 02
        assertEquals("02000000", HexFormat.of().withUpperCase().toHexDigits(bits.words()[0]));
        assertEquals("00000000", HexFormat.of().withUpperCase().toHexDigits(bits.words()[1]));
        assertEquals("0001FFFF", HexFormat.of().withUpperCase().toHexDigits(bits.words()[2]));
        assertEquals(-1, bits.words()[bits.last()]);
    }
}
