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
        MqDecoder mq = new MqDecoder();
        StringBuilder decoded = new StringBuilder();

        int d = mq.start(coded, 0);
        for (int at = 0; at < 32; at++) {
            int value = 0;
            for (int i = 0; i < 8; i++) {
                int bit = contexts[0] & 1;
                d -= contexts[0] >>> 8;
                if (d < 0) {
                    int result = mq.decide(contexts, 0, d);
                    bit = result & 1;
                    d = result >> 1;
                }
                value = value << 1 | bit;
            }
            decoded.append(HexFormat.of().withUpperCase().toHexDigits((byte) value));
        }

        assertEquals(
                "00020051000000C0035287 2AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF".replace(" ", ""),
                decoded.toString());
    }
}
