package org.candela.net.web;

import java.time.Duration;
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
    private final Duration retryAfter;

    /** How a request fails; each has its stable code. */
    public enum Kind {
        /** No connection, or it broke before an answer began. */
        UNREACHABLE("web.unreachable"),
        /** The server's certificate is not one we trust, or it does not accept ours. */
        NOT_TRUSTED("web.not-trusted"),
        /** No credentials could be had, or they cannot be used. */
        SIGN_IN("web.sign-in"),
        /** The answer points to a place outside the service, which nobody allowed. */
        FOREIGN_PLACE("web.foreign-place"),
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

    private WebException(Kind kind, String message) {
        super(kind.code, message);
        this.kind = kind;
        this.status = 0;
        this.retryAfter = Duration.ZERO;
    }

    private WebException(int status, Duration retryAfter, String message) {
        super(Kind.REFUSED.code, message);
        this.kind = Kind.REFUSED;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    private WebException(Kind kind, String message, Throwable cause) {
        super(kind.code, message, cause);
        this.kind = kind;
        this.status = 0;
        this.retryAfter = Duration.ZERO;
    }

    static WebException of(Kind kind, String request, String what, Throwable cause) {
        return new WebException(kind, request + ": " + what, cause);
    }

    static WebException of(Kind kind, String request, String what) {
        return new WebException(kind, request + ": " + what);
    }

    static WebException refused(String request, int status, Duration retryAfter) {
        String why = status / 100 == 3 ? ", a redirection, which is not followed" : "";
        return new WebException(status, retryAfter, request + ": answered HTTP status " + status + why);
    }

    /** How long the server asked to be left alone; zero when it did not. */
    Duration retryAfter() {
        return retryAfter;
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
