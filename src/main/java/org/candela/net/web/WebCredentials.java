package org.candela.net.web;

import java.util.Map;
import java.util.function.Supplier;
import org.candela.base.Cancellation;

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

    /** A bearer token somebody else keeps valid (RFC 6750). */
    static WebCredentials bearer(Supplier<String> token) {
        return cancellation -> Map.of("Authorization", "Bearer " + token.get());
    }
}
