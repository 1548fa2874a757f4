package org.candela.dictation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// [utest->req~dictation.port~1]
class PcmTest {
    private static final Pcm RAMP = Pcm.of(new short[] {0, 1, -1, 256, -32768, 32767});

    @Test
    void bytesHaveTheLowOneFirstAndReadBackTheSame() {
        assertArrayEquals(new byte[] {0, 0, 1, 0, -1, -1, 0, 1, 0, -128, -1, 127}, RAMP.bytes());
        assertEquals(RAMP, Pcm.ofBytes(RAMP.bytes()));
    }

    @Test
    void halfASampleAtTheEndIsLeftOut() {
        assertEquals(Pcm.of(new short[] {1}), Pcm.ofBytes(new byte[] {1, 0, 7}));
    }

    @Test
    void aPartReachesNotBeyondTheWhole() {
        Pcm second = Pcm.of(new short[Pcm.SAMPLE_RATE_HZ]);

        assertEquals(
                Duration.ofMillis(200),
                second.between(Duration.ofMillis(800), Duration.ofSeconds(9)).duration());
        assertEquals(Pcm.SILENCE, second.between(Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    @Test
    void aSpanOfTwoWordsIsTheSameInEitherOrder() {
        UUID id = new UUID(0, 1);
        SpokenWord left = new SpokenWord("left", 0.9, Duration.ofMillis(100), Duration.ofMillis(400));
        SpokenWord lung = new SpokenWord("lung", 0.9, Duration.ofMillis(450), Duration.ofMillis(800));

        SpokenSpan span = SpokenSpan.of(id, lung, left);

        assertEquals(new SpokenSpan(id, Duration.ofMillis(100), Duration.ofMillis(800)), span);
        assertEquals(span, SpokenSpan.of(id, left, lung));
    }

    @Test
    void neitherSoundNorUtterancePrintWhatWasSaid() {
        assertEquals("Pcm[0 ms]", RAMP.toString());
    }
}
