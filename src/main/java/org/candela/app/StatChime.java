package org.candela.app;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two short tones for a new STAT study, made here. Blocks about half a second; without a loudspeaker it is silent, since
 * the notice stands on the screen too.
 */
// [impl->req~worklist.stat-notice~1]
final class StatChime implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StatChime.class);
    private static final int SAMPLES_PER_SECOND = 48_000;
    private static final double[] TONES_HZ = {660, 880};
    private static final double TONE_SECONDS = 0.18;
    /** Of full scale: heard, and nobody jumps. */
    private static final double LOUDNESS = 0.25;

    private static final AudioFormat FORMAT = new AudioFormat(SAMPLES_PER_SECOND, Short.SIZE, 1, true, false);

    @Override
    public void run() {
        play(TONES_HZ);
    }

    /** Plays tones one after another; silent where there is no loudspeaker. */
    static void play(double... hertz) {
        byte[] tones = tones(hertz);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            line.write(tones, 0, tones.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.debug("no sound: {}", e.getMessage());
        }
    }

    /** 16 bits, low byte first; each tone swells and fades, so that it does not click. */
    static byte[] tones() {
        return tones(TONES_HZ);
    }

    static byte[] tones(double... hertz) {
        int samplesEach = (int) (SAMPLES_PER_SECOND * TONE_SECONDS);
        byte[] bytes = new byte[hertz.length * samplesEach * 2];
        for (int i = 0; i < bytes.length / 2; i++) {
            int within = i % samplesEach;
            double swell = Math.sin(Math.PI * within / samplesEach);
            double angle = 2 * Math.PI * hertz[i / samplesEach] * within / SAMPLES_PER_SECOND;
            int sample = (int) Math.round(Short.MAX_VALUE * LOUDNESS * swell * Math.sin(angle));
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
