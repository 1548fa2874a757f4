package org.candela.dictation.sound;

/**
 * What a level meter shows: the level of the moment, and whether the microphone is set so that an engine can understand. One
 * thread.
 */
// [impl->req~dictation.level~1]
public final class LevelMeter {
    /** Samples at the end of the range in one frame that are no accident. */
    private static final int CLIPPED = 3;
    /** A muted microphone gives less; a quiet room with an open one gives more. */
    private static final double MUTED_DBFS = -70;

    private static final int FRAMES_A_SECOND = 50;
    private static final int HELD = 2 * FRAMES_A_SECOND;
    private static final int MUTED_AFTER = 3 * FRAMES_A_SECOND;

    private int clipping;
    private int muted;

    /** What is wrong with the level. */
    public enum Warning {
        NONE,
        /** Too loud: the tops of the waves are cut off. */
        CLIPPING,
        /** Nothing comes: it is muted or turned down. */
        SILENT
    }

    /** Level and warning of one moment. */
    public record Reading(Level level, Warning warning) {
        public static final Reading NOTHING = new Reading(Level.NOTHING, Warning.NONE);
    }

    /** Whether so little came that the microphone must be muted or turned down. */
    public static boolean isMuted(Level level) {
        return level.peakDbfs() < MUTED_DBFS;
    }

    /** The next 20 ms. A warning of clipping stays for two seconds; silence warns after three. */
    public Reading take(short[] frame) {
        Level level = Level.of(frame);
        int atTheEnd = 0;
        for (short sample : frame) {
            atTheEnd += sample == Short.MAX_VALUE || sample == Short.MIN_VALUE ? 1 : 0;
        }
        clipping = atTheEnd >= CLIPPED ? HELD : Math.max(0, clipping - 1);
        muted = isMuted(level) ? Math.min(MUTED_AFTER, muted + 1) : 0;
        return new Reading(level, warning());
    }

    private Warning warning() {
        if (clipping > 0) {
            return Warning.CLIPPING;
        }
        return muted >= MUTED_AFTER ? Warning.SILENT : Warning.NONE;
    }
}
