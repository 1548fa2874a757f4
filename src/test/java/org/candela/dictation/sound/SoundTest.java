package org.candela.dictation.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.candela.dictation.Pcm;
import org.candela.dictation.sound.LevelMeter.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    private static final double LOUD = 16_000;

    @TempDir
    private Path folder;

    /** A second of a tone in all channels. */
    private static byte[] tone(SoundFormat format, double hertz, double amplitude) {
        ByteBuffer bytes =
                ByteBuffer.allocate(format.rateHz() * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < format.rateHz(); i++) {
            short sample = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / format.rateHz()));
            for (int channel = 0; channel < format.channels(); channel++) {
                bytes.putShort(sample);
            }
        }
        return bytes.array();
    }

    // [utest->req~dictation.rates~1]
    @ParameterizedTest
    @CsvSource({"48000, 1", "48000, 2", "44100, 1", "44100, 2", "16000, 2", "8000, 1"})
    void aToneOfSpeechComesThroughAsItWas(int rateHz, int channels) {
        SoundFormat format = new SoundFormat(rateHz, channels);
        byte[] tone = tone(format, 1_000, LOUD);

        short[] ours = new Resampler(format).take(tone, tone.length);

        assertEquals(Pcm.SAMPLE_RATE_HZ, ours.length, 200, "a second, less what waits for more");
        double worst = 0;
        for (int i = 500; i < 15_000; i++) {
            double expected = LOUD * Math.sin(2 * Math.PI * 1_000 * i / Pcm.SAMPLE_RATE_HZ);
            worst = Math.max(worst, Math.abs(ours[i] - expected));
        }
        assertTrue(worst < LOUD / 100, "1 % of the amplitude; " + worst);
    }

    // [utest->req~dictation.rates~1]
    @ParameterizedTest
    @CsvSource({"48000, 10000", "48000, 15000", "44100, 12000"})
    void whatTheLowerRateCannotHoldIsNotFoldedIntoSpeech(int rateHz, double hertz) {
        SoundFormat format = new SoundFormat(rateHz, 1);
        byte[] tone = tone(format, hertz, LOUD);

        short[] ours = new Resampler(format).take(tone, tone.length);

        Level left = Level.of(Arrays.copyOfRange(ours, 500, 15_000));
        double before = 20 * Math.log10(LOUD / 32_768 / Math.sqrt(2));
        assertTrue(left.rmsDbfs() < before - 50, "50 dB less: " + left.rmsDbfs());
    }

    // [utest->req~dictation.rates~1]
    @Test
    void inWhichPiecesItComesChangesNothing() {
        SoundFormat format = new SoundFormat(44_100, 2);
        byte[] tone = tone(format, 440, LOUD);
        short[] whole = new Resampler(format).take(tone, tone.length);

        Resampler pieces = new Resampler(format);
        List<Short> all = new ArrayList<>();
        for (int at = 0; at < tone.length; at += 1_772) {
            byte[] piece = Arrays.copyOfRange(tone, at, Math.min(tone.length, at + 1_772));
            for (short sample : pieces.take(piece, piece.length)) {
                all.add(sample);
            }
        }

        short[] joined = new short[all.size()];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = all.get(i);
        }
        assertArrayEquals(whole, joined);
    }

    // [utest->req~dictation.level~1]
    @Test
    void aToneAtTheEndOfTheRangeHasItsPeakAtZeroAndThreeDecibelLessOnTheMean() {
        Level level = Level.of(
                Pcm.ofBytes(tone(new SoundFormat(16_000, 1), 1_000, 32_767)).samples());

        assertEquals(0, level.peakDbfs(), 0.01);
        assertEquals(-3.01, level.rmsDbfs(), 0.01);
        assertEquals(Level.FLOOR, Level.of(new short[320]).rmsDbfs());
    }

    // [utest->req~dictation.level~1]
    @Test
    void tooLoudIsWarnedOfForTwoSecondsAndSilenceAfterThree() {
        LevelMeter meter = new LevelMeter();
        short[] clipped = new short[320];
        Arrays.fill(clipped, 0, 3, Short.MAX_VALUE);
        short[] quiet = new short[320];
        Arrays.fill(quiet, (short) 100);

        assertEquals(Warning.CLIPPING, meter.take(clipped).warning());
        assertEquals(Warning.CLIPPING, last(meter, quiet, 99));
        assertEquals(Warning.NONE, last(meter, quiet, 1));
        assertEquals(Warning.NONE, last(meter, new short[320], 149));
        assertEquals(Warning.SILENT, last(meter, new short[320], 1));
        assertEquals(Warning.NONE, last(meter, quiet, 1));
    }

    private static Warning last(LevelMeter meter, short[] frame, int times) {
        Warning last = Warning.NONE;
        for (int i = 0; i < times; i++) {
            last = meter.take(frame).warning();
        }
        return last;
    }

    // [utest->req~dictation.wav-microphone~1]
    @Test
    void aSimulatedMicrophonePlaysTheNextFileWithEachBeginningAndIsSilentBetween() throws Exception {
        WavMicrophone microphone = new WavMicrophone(List.of(wav("one", 7), wav("two", 9)), WavMicrophone.Pace.AT_ONCE);
        try (Microphone.Open open = microphone.open()) {
            assertEquals(0, next(open), "silent before");
            open.began();
            open.began(); // told until the first frame is kept
            assertEquals(7, next(open));
            assertEquals(0, next(open), "silent after");
            open.began();
            assertEquals(9, next(open));
            open.began();
            assertEquals(7, next(open), "anew");
        }
        assertTrue(microphone.isSimulated());
    }

    // [utest->req~dictation.wav-microphone~1]
    @Test
    void aFileThatIsNoSoundIsRefusedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.wav"), "no sound");

        SoundException refused = assertThrows(
                SoundException.class, () -> new WavMicrophone(List.of(file), WavMicrophone.Pace.AT_ONCE).open());

        assertEquals("sound.file", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("notes.wav"));
    }

    private static int next(Microphone.Open open) throws Exception {
        byte[] bytes = new byte[640];
        assertEquals(640, open.read(bytes, Duration.ZERO));
        return Pcm.ofBytes(bytes).samples()[100];
    }

    /** 20 ms whose samples are all {@code value}. */
    private Path wav(String name, int value) throws Exception {
        short[] samples = new short[320];
        Arrays.fill(samples, (short) value);
        Path file = folder.resolve(name + ".wav");
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(Pcm.of(samples).bytes()),
                        JavaSound.line(new SoundFormat(16_000, 1)),
                        samples.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }
}
