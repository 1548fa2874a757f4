package org.candela.net.web;

import java.util.OptionalInt;
import org.candela.base.CandelaException;

/**
 * A DICOMweb request that failed: who was asked for what, and how it failed.
 *
 * <p>Names method, host and path. The query never appears, because QIDO-RS queries carry patient names and numbers.
 */
public final class WebException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final int status;

    /** How a request fails; each has its stable code. */
    public enum Kind {
        /** No connection, or it broke before an answer began. */
        UNREACHABLE("web.unreachable"),
        /** Nothing came for longer than the endpoint's limit. */
        TIMED_OUT("web.timed-out"),
        /** An answer with a status that is no success. */
        REFUSED("web.refused"),
        /** An answer that stopped before its end. */
        BROKEN_RESPONSE("web.broken-response"),
        /** A complete answer in a form that DICOMweb does not allow here, or larger than allowed. */
        UNEXPECTED_CONTENT("web.unexpected-content"),
        /** What came could not be written here, or what was to be sent could not be read. */
        LOCAL_DISK("web.local-disk");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private WebException(Kind kind, int status, String message) {
        super(kind.code, message);
        this.kind = kind;
        this.status = status;
    }

    private WebException(Kind kind, String message, Throwable cause) {
        super(kind.code, message, cause);
        this.kind = kind;
        this.status = 0;
    }

    static WebException of(Kind kind, String request, String what, Throwable cause) {
        return new WebException(kind, request + ": " + what, cause);
    }

    static WebException of(Kind kind, String request, String what) {
        return new WebException(kind, 0, request + ": " + what);
    }

    static WebException refused(String request, int status) {
        return new WebException(Kind.REFUSED, status, request + ": answered HTTP status " + status);
    }

    /** How it failed. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status, when there was an answer that refused. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
