package org.candela.net.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Who asks an identity provider.
 *
 * @param id client id
 * @param secret client secret; empty for a public client, as one for the device flow may be
 * @param scope what for, space separated; may be empty
 */
public record OidcClient(String id, String secret, String scope) {
    public OidcClient {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a client has an id");
        }
    }

    /** RFC 6749 §2.3.1: id and secret are form-encoded before they become user and password. */
    Map<String, String> authentication() {
        return secret.isEmpty() ? Map.of() : WebEndpoint.basic(encoded(id), encoded(secret));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcClient[" + id + "]";
    }
}
