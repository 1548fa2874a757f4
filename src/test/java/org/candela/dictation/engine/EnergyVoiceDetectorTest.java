package org.candela.dictation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyVoiceDetectorTest {
    /** How much quieter than speech the noise is, in dB. */
    private static final List<Integer> QUIETER = List.of(60, 30, 20);

    private static final int LOUD = 330;

    @TempDir
    private Path folder;

    @Test
    void silenceAndSteadyNoiseAreNoSpeech() {
        for (double loudness : new double[] {0, 3, 30, 100}) {
            assertEquals(List.of(), PauseCutter.cut(noise(8, loudness), new EnergyVoiceDetector()), loudness + "");
        }
    }

    // [utest->req~dictation.voice-activity~1]
    @ParameterizedTest
    @CsvSource({"slt", "rms", "awb"})
    void eachSentenceIsOneUtteranceAndNoSyllableOfItIsLost(String voice) throws IOException, SpeechException {
        Flite.needed();
        // begins with s, f, h and th, which are quieter than the vowels after them
        List<String> said = List.of(
                "small right pleural effusion",
                "fracture of the distal radius",
                "heart size is normal",
                "there is no mass",
                "spleen is normal");
        List<Pcm> spoken = new ArrayList<>();
        for (String sentence : said) {
            spoken.add(SoundFile.read(Flite.file(folder, voice, sentence)));
        }
        for (int quieter : QUIETER) {
            Pcm row = row(spoken, quieter);
            double noise = rms(spoken.get(0)) / Math.pow(10, quieter / 20.0);

            List<PauseCutter.Piece> pieces = PauseCutter.cut(row, new EnergyVoiceDetector());

            assertEquals(said.size(), pieces.size(), voice + ", noise " + quieter + " dB below");
            long at = 1500;
            for (int sentence = 0; sentence < said.size(); sentence++) {
                long start = pieces.get(sentence).start().toMillis();
                long end = start + pieces.get(sentence).sound().duration().toMillis();
                long first = at + firstHeard(spoken.get(sentence));
                long last = at + lastHeard(spoken.get(sentence), 2 * noise);
                String which = voice + ", noise " + quieter + " dB below, " + said.get(sentence);
                assertTrue(start <= first, which + ": begins " + (start - first) + " ms late");
                assertTrue(start >= first - 700, which + ": begins " + (first - start) + " ms early");
                assertTrue(end >= last, which + ": ends " + (last - end) + " ms early");
                at += spoken.get(sentence).duration().toMillis() + 1500;
            }
        }
    }

    @Test
    void aPauseBetweenWordsDoesNotEndAnUtterance() throws IOException, SpeechException {
        Flite.needed();
        Pcm one = SoundFile.read(Flite.file(folder, "rms", "no evidence of"));
        Pcm two = SoundFile.read(Flite.file(folder, "rms", "acute fracture"));
        short[] both = new short[one.length() + 4000 + two.length()];
        System.arraycopy(one.samples(), 0, both, 0, one.length());
        System.arraycopy(two.samples(), 0, both, one.length() + 4000, two.length());

        assertEquals(1, PauseCutter.cut(Pcm.of(both), new EnergyVoiceDetector()).size());
    }

    /** When the voice itself begins, in ms: the first sample above a hundredth of full scale. */
    private static long firstHeard(Pcm clean) {
        short[] samples = clean.samples();
        int at = 0;
        while (at < samples.length && Math.abs(samples[at]) < LOUD) {
            at++;
        }
        return at * 1000L / Pcm.SAMPLE_RATE_HZ;
    }

    /** When it ends: what dies away below the noise is not looked for. */
    private static long lastHeard(Pcm clean, double noise) {
        short[] samples = clean.samples();
        int at = samples.length - 1;
        while (at > 0 && Math.abs(samples[at]) < Math.max(LOUD, noise)) {
            at--;
        }
        return at * 1000L / Pcm.SAMPLE_RATE_HZ;
    }

    /** The sentences with 1.5 s of noise before, between and after them. */
    private static Pcm row(List<Pcm> spoken, int quieter) {
        int gap = Pcm.SAMPLE_RATE_HZ * 3 / 2;
        int length =
                gap + spoken.stream().mapToInt(sound -> sound.length() + gap).sum();
        double loudness = rms(spoken.get(0)) / Math.pow(10, quieter / 20.0);
        short[] row = noise(length / (double) Pcm.SAMPLE_RATE_HZ, loudness).samples();
        int at = gap;
        for (Pcm sound : spoken) {
            short[] samples = sound.samples();
            for (int sample = 0; sample < samples.length; sample++) {
                row[at + sample] += samples[sample];
            }
            at += samples.length + gap;
        }
        return Pcm.of(row);
    }

    private static double rms(Pcm sound) {
        double sum = 0;
        for (short sample : sound.samples()) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / sound.length());
    }

    private static Pcm noise(double seconds, double loudness) {
        Random random = new Random(5);
        short[] samples = new short[(int) Math.round(seconds * Pcm.SAMPLE_RATE_HZ)];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (short) Math.round(random.nextGaussian() * loudness);
        }
        return Pcm.of(samples);
    }
}
