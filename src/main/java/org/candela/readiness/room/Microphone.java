package org.candela.readiness.room;

/** Sound as numbers, one channel. Blocks; closing it lets the device go. */
public interface Microphone extends AutoCloseable {
    /** What the system calls it. */
    String name();

    /** Samples in a second. */
    double sampleRate();

    /**
     * Reads into {@code samples}, -1 to 1, and returns how many: at least one.
     *
     * @throws SoundException when nothing comes for a second, or the device is gone
     */
    int read(double[] samples) throws SoundException;

    @Override
    void close();
}
