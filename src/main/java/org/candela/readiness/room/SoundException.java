package org.candela.readiness.room;

import org.candela.base.CandelaException;

/** The microphone could not be read. */
public final class SoundException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public SoundException(String code, String message) {
        super(code, message);
    }

    public SoundException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
