package org.candela.net.dimse;

import java.util.OptionalInt;
import org.candela.base.CandelaException;

/** A DIMSE service that failed: which peer, how, and what can be done. Never names a patient or a matching key. */
public final class DimseException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;
    private final Kind kind;
    private final int status;

    /** How a service fails; each has its stable code. */
    public enum Kind {
        /** No connection, or TLS could not be agreed on. */
        UNREACHABLE("dimse.unreachable"),
        /** The peer refused the association or every presentation context. */
        REJECTED("dimse.rejected"),
        /** The peer ended the association. */
        ABORTED("dimse.aborted"),
        /** The connection broke. */
        BROKEN("dimse.broken"),
        /** Nothing came for longer than allowed. */
        TIMED_OUT("dimse.timed-out"),
        /** The peer does not keep to PS3.7 or PS3.8. */
        PROTOCOL("dimse.protocol"),
        /** The peer answered with a status of failure. */
        FAILED("dimse.failed"),
        /** A file here could not be read or written. */
        LOCAL_DISK("dimse.local-disk");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    DimseException(Kind kind, String message) {
        super(kind.code, message);
        this.kind = kind;
        this.status = NONE;
    }

    DimseException(Kind kind, String message, Throwable cause) {
        super(kind.code, message, cause);
        this.kind = kind;
        this.status = NONE;
    }

    /** FAILED with the status that the peer answered. */
    DimseException(int status, String message) {
        super(Kind.FAILED.code, message);
        this.kind = Kind.FAILED;
        this.status = status;
    }

    /** How it failed. */
    public Kind kind() {
        return kind;
    }

    /** Status that the peer answered, as C301H (PS3.7 Annex C); empty where it failed otherwise. */
    public OptionalInt status() {
        return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
