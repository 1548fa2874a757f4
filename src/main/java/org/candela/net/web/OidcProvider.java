package org.candela.net.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;

/**
 * Where an identity provider hands out tokens.
 *
 * @param tokenEndpoint RFC 6749 §3.2
 * @param deviceEndpoint RFC 8628 §3.1; the token endpoint where there is none
 */
public record OidcProvider(URI tokenEndpoint, URI deviceEndpoint) {
    public OidcProvider {
        requireSafe(tokenEndpoint);
        requireSafe(deviceEndpoint);
    }

    /** Asks {@code issuer} for its endpoints (OpenID Connect Discovery 1.0 §4). */
    public static OidcProvider discover(URI issuer, HttpClient http, Cancellation cancellation) throws WebException {
        requireSafe(issuer);
        WebEndpoint endpoint = WebEndpoint.of(issuer);
        Call call = Call.get(endpoint.resolve("/.well-known/openid-configuration"), "application/json");
        return new WebCalls(endpoint, http)
                .read(call, answer -> read(issuer, answer.requireContent(), OidcAnswer.parse(answer)), cancellation);
    }

    private static OidcProvider read(URI issuer, Answer answer, JsonNode document) throws WebException {
        String told = document.path("issuer").asText();
        if (!stripped(told).equals(stripped(issuer.toString()))) {
            throw WebException.of(Kind.SIGN_IN, answer.call().name(), "the document of another issuer");
        }
        try {
            String token = document.path("token_endpoint").asText();
            String device = document.path("device_authorization_endpoint").asText(token);
            return new OidcProvider(URI.create(token), URI.create(device));
        } catch (IllegalArgumentException e) {
            throw WebException.of(Kind.SIGN_IN, answer.call().name(), "an issuer without safe endpoints");
        }
    }

    private static String stripped(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    /** Secrets go over TLS, or do not leave this machine. */
    static void requireSafe(URI uri) {
        if (!WebEndpoint.isConfidential(uri)) {
            throw new IllegalArgumentException("an identity provider is asked over https only");
        }
    }
}
