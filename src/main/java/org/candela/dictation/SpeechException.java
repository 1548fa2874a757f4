package org.candela.dictation;

import org.candela.base.CandelaException;

/** A speech engine failed. What was said is on the disk; it is transcribed when an engine works again. */
public final class SpeechException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public SpeechException(String code, String message) {
        super(code, message);
    }

    public SpeechException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
