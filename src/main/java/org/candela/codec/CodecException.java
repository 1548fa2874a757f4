package org.candela.codec;

import org.candela.base.CandelaException;

/** Bytes that are no frame of the stated layout. */
public final class CodecException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super("codec.broken", message);
    }

    public CodecException(String message, Throwable cause) {
        super("codec.broken", message, cause);
    }
}
