package org.candela.dictation.sound;

import org.candela.dictation.Pcm;

/** Lets sound be heard. Any thread; no call waits. */
public interface SoundPlayer {
    /** Plays it; what played before stops. Told to the log where there is no loudspeaker. */
    void play(Pcm sound);

    /** Stops what plays. */
    void stop();
}
