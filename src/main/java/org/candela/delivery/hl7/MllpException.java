package org.candela.delivery.hl7;

import org.candela.base.CandelaException;

/** A connection for reports that could not be made. Holds no patient data. */
public final class MllpException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    /** Why. */
    public enum Kind {
        /** Nobody is there, or answers in time. */
        UNREACHABLE("mllp.unreachable"),
        /** TLS could not be agreed on: not trusted, another name, or a port without TLS. */
        NOT_SECURE("mllp.not-secure");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    MllpException(Kind kind, String message) {
        super(kind.code, message);
        this.kind = kind;
    }

    MllpException(Kind kind, String message, Throwable cause) {
        super(kind.code, message, cause);
        this.kind = kind;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }
}
