package org.candela.net.web;

import java.util.Map;
import java.util.function.Supplier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.WebException.Kind;

/** What proves to a server who asks. Asked before each request, from any thread; never logged. */
@FunctionalInterface
public interface WebCredentials {
    /** Nobody in particular. */
    WebCredentials NONE = cancellation -> Map.of();

    /** Header fields of the next request. May ask an identity provider, which is bounded in time and may fail. */
    Map<String, String> headers(Cancellation cancellation) throws WebException;

    /** Told when a server refused them (401); true when the next {@link #headers} will differ, so that asking again helps. */
    default boolean renew() {
        return false;
    }

    /** HTTP Basic authentication (RFC 7617). */
    static WebCredentials basic(String user, String password) {
        Map<String, String> fields = WebEndpoint.basic(user, password);
        return cancellation -> fields;
    }

    /** Credentials that cannot be had for this reason: the service is known, and each request of it fails. */
    static WebCredentials failing(CandelaException reason) {
        return cancellation -> {
            throw WebException.of(Kind.SIGN_IN, "credentials", String.valueOf(reason.getMessage()), reason);
        };
    }

    /** A bearer token somebody else keeps valid (RFC 6750). */
    static WebCredentials bearer(Supplier<String> token) {
        return cancellation -> Map.of("Authorization", "Bearer " + token.get());
    }
}
