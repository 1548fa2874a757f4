package org.candela.viewer.hanging;

import org.candela.base.CandelaException;

/** A text of protocols that is not understood; the message says where and why, in one line. */
public final class ProtocolFormatException extends CandelaException {
    private static final long serialVersionUID = 1L;

    ProtocolFormatException(String message) {
        super("viewer.protocol-format", message);
    }

    ProtocolFormatException(String message, Throwable cause) {
        super("viewer.protocol-format", message, cause);
    }
}
