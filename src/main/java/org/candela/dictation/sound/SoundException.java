package org.candela.dictation.sound;

import org.candela.base.CandelaException;

/** A microphone or loudspeaker does not work. Messages say what to do. */
public final class SoundException extends CandelaException {
    private static final long serialVersionUID = 1L;

    SoundException(String code, String message) {
        super(code, message);
    }

    SoundException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
