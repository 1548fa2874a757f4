package org.candela.dictation.engine;

import java.util.Arrays;
import org.candela.dictation.VoiceDetector;

/**
 * Tells speech from silence by how loud a frame is above the quietest of the last two seconds, and, for the hiss of an s or f,
 * by how often it crosses zero. Needs no model. Speech begins with two loud frames of three and ends {@value #HANGOVER} frames
 * (600 ms) after the last, so that pauses between words do not end an utterance.
 *
 * <p>Whoever cuts utterances keeps {@value #PREROLL} frames before the beginning: a first consonant is quieter than what
 * begins it. In the first second a steady noise is not yet known for one, and hiss begins nothing.
 */
// [impl->req~dictation.voice-activity~1]
public final class EnergyVoiceDetector implements VoiceDetector {
    /** Frames that belong to an utterance before the detector hears it begin: 400 ms. */
    public static final int PREROLL = 20;

    static final int HANGOVER = 30;

    private static final double PREEMPHASIS = 0.8;
    private static final int WINDOW = 100;
    /** Louder than this nobody takes the quietest frame for silence before the window is half full, in dB of one step. */
    private static final double FIRST_FLOOR = 46;
    /** Digital silence and the last bit are no floor. */
    private static final double LEAST_FLOOR = 18;

    /** Noise varies less, in dB between its smoothed frames. */
    private static final double STEADY = 4;
    /** Frames after which one can tell whether a sound varies. */
    private static final int FIRST_FRAMES = 4;

    private static final double BEGINS_ABOVE = 9;
    private static final double GOES_ON_ABOVE = 6;
    private static final double HISS_ABOVE = 6;
    /** Crossings of zero in a frame of hiss: above about 3 kHz. */
    private static final int HISS_CROSSINGS = FRAME * 3 / 8;

    private final double[] recent = new double[WINDOW];
    private int heard;
    private double smooth;
    private int loud;
    private int left;

    @Override
    public Heard hear(short[] frame) {
        double level = level(frame);
        smooth = heard == 0 ? level : 0.6 * smooth + 0.4 * level;
        double floor = floor();
        recent[heard % WINDOW] = smooth;
        heard++;
        boolean isSpeaking = left > 0;
        double above = level - floor;
        boolean isLoud = (heard > FIRST_FRAMES && above > (isSpeaking ? GOES_ON_ABOVE : BEGINS_ABOVE))
                || (above > HISS_ABOVE && heard > WINDOW / 2 && crossings(frame) > HISS_CROSSINGS);
        loud = ((loud << 1) | (isLoud ? 1 : 0)) & 0b111;
        if (isSpeaking ? isLoud : Integer.bitCount(loud) >= 2) {
            left = HANGOVER;
        } else if (isSpeaking) {
            left--;
        }
        return left > 0 ? Heard.SPEECH : Heard.SILENCE;
    }

    @Override
    public void reset() {
        Arrays.fill(recent, 0);
        heard = 0;
        loud = 0;
        left = 0;
    }

    private double floor() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int at = 0; at < Math.min(heard, WINDOW); at++) {
            least = Math.min(least, recent[at]);
            most = Math.max(most, recent[at]);
        }
        // who speaks at once is heard; what is as loud from the first frame on is a noise
        if (heard < WINDOW / 2 && most - least > STEADY) {
            least = Math.min(least, FIRST_FLOOR);
        }
        return Math.max(LEAST_FLOOR, least);
    }

    /** 10 log10 of the mean square of the frame without its low tones, where hum and rumble are. */
    private static double level(short[] frame) {
        double sum = 0;
        for (int at = 1; at < frame.length; at++) {
            double high = frame[at] - PREEMPHASIS * frame[at - 1];
            sum += high * high;
        }
        return 10 * Math.log10(1 + sum / Math.max(1, frame.length - 1));
    }

    private static int crossings(short[] frame) {
        int crossings = 0;
        for (int at = 1; at < frame.length; at++) {
            if ((frame[at] ^ frame[at - 1]) < 0) {
                crossings++;
            }
        }
        return crossings;
    }
}
