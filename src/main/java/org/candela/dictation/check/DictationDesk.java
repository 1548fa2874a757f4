package org.candela.dictation.check;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dictation.session.EngineState;
import org.candela.dictation.sound.Level;
import org.candela.dictation.sound.Microphone;

/** What a reader dictates with on this machine. May block on devices for a few seconds; never on the FX thread. */
public interface DictationDesk {
    /** Those plugged in. */
    List<Microphone> microphones();

    /** Name of the one that was chosen; empty before the first choice. */
    Optional<String> chosen() throws CandelaException;

    /** What it heard a moment ago, where something listens already. */
    Optional<Level> heard();

    /** How far the engine is; asking for it begins to load it. */
    EngineState engine();

    /** One line, without a full stop: which engine, or why there is none. */
    String engineStanding();

    /** How what is said lies on the disk. */
    Seal seal();

    /** Where the device is whose buttons were taught. */
    Pedal pedal();

    /** How what is said lies on the disk. */
    enum Seal {
        SEALED,
        /** There is no key store. */
        PLAIN,
        /** There is one, and it is locked. */
        LOCKED
    }

    /** Where the device is whose buttons were taught. */
    enum Pedal {
        NOT_TAUGHT,
        PLUGGED_IN,
        AWAY,
        /** It could not be looked for now. */
        NOT_LOOKED_FOR
    }
}
