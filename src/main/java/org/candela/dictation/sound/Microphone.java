package org.candela.dictation.sound;

import java.time.Duration;

/** A microphone that can be opened. Any thread. */
public interface Microphone {
    /** As the system calls it: what is chosen and kept. */
    String name();

    /** Whether it plays a file rather than hear a person; shown to the user. */
    default boolean isSimulated() {
        return false;
    }

    /**
     * Begins to listen. May take a second.
     *
     * @throws SoundException {@code sound.gone} or {@code sound.busy}
     */
    Open open() throws SoundException;

    /** A microphone that listens. One thread, but for {@link #close}. */
    interface Open extends AutoCloseable {
        /** How its samples come. */
        SoundFormat format();

        /**
         * What was heard since, in whole moments; waits for some.
         *
         * @return bytes written to {@code into}; 0 when nothing came in time
         * @throws SoundException {@code sound.gone} when it was unplugged
         */
        int read(byte[] into, Duration patience) throws SoundException;

        /** The reader begins to speak; of use to a simulated one only. */
        default void began() {}

        @Override
        void close();
    }
}
