package org.candela.codec.stream;

import org.candela.base.CandelaException;

/** Bytes that are no frame of the stated layout, or no codestream; says what is wrong with them and where. */
public final class CodecException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super("codec.broken", message);
    }

    public CodecException(String message, Throwable cause) {
        super("codec.broken", message, cause);
    }
}
