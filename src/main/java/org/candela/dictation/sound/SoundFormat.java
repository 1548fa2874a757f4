package org.candela.dictation.sound;

/**
 * How a device gives its samples: signed 16 bit, the low byte first, channels beside each other.
 *
 * @param rateHz samples a second of one channel, 8,000..192,000
 * @param channels 1 or more; they are averaged
 */
public record SoundFormat(int rateHz, int channels) {
    private static final int LOWEST_HZ = 8_000;
    private static final int HIGHEST_HZ = 192_000;
    private static final int MOST_CHANNELS = 8;

    public SoundFormat {
        if (rateHz < LOWEST_HZ || rateHz > HIGHEST_HZ || channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("no sound of " + rateHz + " Hz in " + channels + " channels");
        }
    }

    /** Bytes of a second in all channels. */
    public int bytesASecond() {
        return rateHz * frameBytes();
    }

    /** Bytes of one moment in all channels. */
    int frameBytes() {
        return channels * Short.BYTES;
    }
}
