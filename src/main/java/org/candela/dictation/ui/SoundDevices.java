package org.candela.dictation.ui;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.trend.AccuracyDay;

/** What the panel asks of the machine and the store. Blocks. */
public interface SoundDevices {
    /** Microphones that are plugged in now. */
    List<Microphone> microphones();

    /** The name of the one chosen on this machine; empty before the first choice. */
    Optional<String> chosen() throws CandelaException;

    /** Keeps the choice. */
    void choose(String name) throws CandelaException;

    /** The newest first. */
    List<AccuracyDay> accuracy() throws CandelaException;

    /** How what is said now is kept on the disk. */
    Keeping keeping();

    /** Whether others could hear what is kept. */
    enum Keeping {
        /** Sealed by the key store. */
        SEALED,
        /** Plain: the key store is locked. */
        LOCKED,
        /** Plain: there is no key store. */
        NO_STORE
    }
}
