package org.candela.dictation.sound;

/**
 * How loud a piece of sound is, in dB below full scale.
 *
 * @param peakDbfs of the loudest sample, −96..0
 * @param rmsDbfs of all, root mean square, −96..0
 */
public record Level(double peakDbfs, double rmsDbfs) {
    /** Of no sound at all; also the least that 16 bits can hold. */
    public static final double FLOOR = -96;

    public static final Level NOTHING = new Level(FLOOR, FLOOR);

    private static final double FULL = 32_768;

    /** 20 log₁₀ of amplitude over full scale. */
    public static Level of(short[] samples) {
        int peak = 0;
        double squares = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs((int) sample));
            squares += (double) sample * sample;
        }
        return samples.length == 0
                ? NOTHING
                : new Level(decibel(peak / FULL), decibel(Math.sqrt(squares / samples.length) / FULL));
    }

    private static double decibel(double share) {
        return share <= 0 ? FLOOR : Math.max(FLOOR, 20 * Math.log10(share));
    }
}
