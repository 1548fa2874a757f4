package org.candela.net.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;

/** Lets a person sign this station in on another device (RFC 8628). Blocks until it is done, refused, late or cancelled. */
// [impl->req~net.web.tokens~1]
public final class OidcDeviceFlow {
    private static final int SLOWER_SECONDS = 5;
    private static final int MOST_SECONDS = 30 * 60;
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final OidcProvider provider;
    private final OidcClient client;
    private final WebCalls calls;
    private final Timing timing;

    public OidcDeviceFlow(OidcProvider provider, OidcClient client, HttpClient http, Clock clock) {
        this(provider, client, http, new Timing(clock, Backoff.REAL.pause()));
    }

    OidcDeviceFlow(OidcProvider provider, OidcClient client, HttpClient http, Timing timing) {
        this.provider = provider;
        this.client = client;
        this.calls = new WebCalls(WebEndpoint.serverOf(provider.deviceEndpoint()), http);
        this.timing = timing;
    }

    /** How time passes. */
    record Timing(Clock clock, Backoff.Pause pause) {}

    /** Shows {@code prompt} and waits for the person; {@code tokens} holds the tokens afterwards. */
    public void signIn(OidcTokens tokens, DeviceLogin.Prompt prompt, Cancellation cancellation) throws WebException {
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", client.id()));
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        Call call = OidcTokens.formCall(
                new Call("POST", provider.deviceEndpoint(), client.authentication(), Call.Payload.NONE), form);
        JsonNode begun = calls.read(call, answer -> OidcAnswer.parse(answer.requireContent()), cancellation);
        DeviceLogin login = login(call, begun);
        prompt.show(login);
        poll(tokens, new Poll(call, begun, timing.clock().instant().plus(login.time())), cancellation);
    }

    private record Poll(Call call, JsonNode begun, Instant end) {}

    private static DeviceLogin login(Call call, JsonNode begun) throws WebException {
        String place = begun.path("verification_uri").asText();
        String code = begun.path("user_code").asText();
        long seconds = Math.max(1, Math.min(begun.path("expires_in").asLong(MOST_SECONDS), MOST_SECONDS));
        try {
            URI uri = URI.create(place);
            OidcProvider.requireSafe(uri);
            if (code.matches("[ -~]{1,40}")
                    && !begun.path("device_code").asText().isEmpty()) {
                return new DeviceLogin(uri, code, Duration.ofSeconds(seconds));
            }
        } catch (IllegalArgumentException e) {
            throw WebException.of(Kind.SIGN_IN, call.name(), "an answer that sends a person to no safe place");
        }
        throw WebException.of(Kind.SIGN_IN, call.name(), "an answer without a code");
    }

    private void poll(OidcTokens tokens, Poll poll, Cancellation cancellation) throws WebException {
        long interval = Math.max(1, Math.min(poll.begun().path("interval").asLong(SLOWER_SECONDS), 60));
        Map<String, String> form = Map.of(
                "grant_type",
                GRANT,
                "device_code",
                poll.begun().path("device_code").asText());
        while (timing.clock().instant().isBefore(poll.end())) {
            await(Duration.ofSeconds(interval), poll.call(), cancellation);
            String error = tokens.grant(form, cancellation);
            switch (error) {
                case "" -> {
                    return;
                }
                case "authorization_pending" -> {}
                case "slow_down" -> interval += SLOWER_SECONDS;
                default -> throw WebException.of(Kind.SIGN_IN, poll.call().name(), "not signed in: " + error);
            }
        }
        throw WebException.of(Kind.SIGN_IN, poll.call().name(), "nobody signed in in time");
    }

    private void await(Duration time, Call call, Cancellation cancellation) throws WebException {
        try {
            timing.pause().await(time, cancellation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebException.of(Kind.SIGN_IN, call.name(), "interrupted while waiting for a person", e);
        }
    }
}
