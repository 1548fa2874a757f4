package org.candela.viewer.yaml;

import org.candela.base.CandelaException;

/** A text that a reader carried here and that is not understood; the message says where and why, in one line. */
public final class TextFormatException extends CandelaException {
    private static final long serialVersionUID = 1L;

    /** @param code of the kind of text, as {@code "viewer.protocol-format"} */
    public TextFormatException(String code, String message) {
        super(code, message);
    }

    TextFormatException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
