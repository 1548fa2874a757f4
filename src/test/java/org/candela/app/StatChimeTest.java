package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatChimeTest {
    // [utest->req~worklist.stat-notice~1]
    @Test
    void theTonesAreShortSoftAndBeginAndEndInSilence() {
        byte[] tones = StatChime.tones();

        assertEquals(48_000 * 0.36 * 2, tones.length, 4);
        int loudest = 0;
        for (int i = 0; i < tones.length / 2; i++) {
            loudest = Math.max(loudest, Math.abs(sample(tones, i)));
        }
        assertTrue(loudest > 0.2 * Short.MAX_VALUE && loudest <= 0.25 * Short.MAX_VALUE, "loudest " + loudest);
        assertEquals(0, sample(tones, 0));
        assertEquals(0, sample(tones, tones.length / 2 - 1), 5);
    }

    // [utest->req~worklist.stat-notice~1]
    @Test
    void withoutALoudspeakerNothingFails() {
        assertDoesNotThrow(() -> new StatChime().run());
    }

    private static int sample(byte[] tones, int i) {
        return (tones[2 * i] & 0xff) | (tones[2 * i + 1] << 8);
    }
}
