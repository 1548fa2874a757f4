package org.candela.net.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.WebException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens of an OpenID Connect provider, kept until shortly before they expire.
 *
 * <p>By client credentials (RFC 6749 §4.4) a token is fetched when it is needed. By device code (RFC 8628) a person lets
 * this station in with {@link OidcDeviceFlow}; after that the refresh token renews it until the provider ends it. Tokens
 * are held in memory, a refresh token also by the {@link OidcRenewal} if there is one; none is in a message, log or
 * {@code toString}. Safe from any thread; one fetches, others wait.
 */
// [impl->req~net.web.tokens~1]
public final class OidcTokens implements WebCredentials {
    /** A token that ends sooner than this might end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration JUST_NOW = Duration.ofSeconds(5);
    private static final long MOST_SECONDS = 24 * 60 * 60;
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final OidcProvider provider;
    private final OidcClient client;
    private final WebCalls calls;
    private final Clock clock;
    private final OidcRenewal renewal;
    // Held while a token is fetched, so that one fetches for all; waiting for it ends with the cancellation.
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;

    private record Token(String value, Instant since, Instant until) {}

    /** Holds all tokens in memory; see {@link #keptBy}. */
    public OidcTokens(OidcProvider provider, OidcClient client, HttpClient http, Clock clock) {
        this(
                provider,
                client,
                new WebCalls(WebEndpoint.serverOf(provider.tokenEndpoint()).retrying(RetryPolicy.STANDARD), http),
                clock,
                new InMemory());
    }

    private OidcTokens(OidcProvider provider, OidcClient client, WebCalls calls, Clock clock, OidcRenewal renewal) {
        this.provider = provider;
        this.client = client;
        this.calls = calls;
        this.clock = clock;
        this.renewal = renewal;
    }

    /** The same client without a token yet, its refresh token kept by {@code other}. */
    public OidcTokens keptBy(OidcRenewal other) {
        return new OidcTokens(provider, client, calls, clock, other);
    }

    private static final class InMemory implements OidcRenewal {
        private volatile String token = "";

        @Override
        public String refreshToken() {
            return token;
        }

        @Override
        public void keep(String given) {
            token = given;
        }
    }

    @Override
    public Map<String, String> headers(Cancellation cancellation) throws WebException {
        Token current = token;
        if (!isFresh(current)) {
            current = fetchAlone(cancellation);
        }
        return Map.of("Authorization", "Bearer " + (current == null ? "" : current.value()));
    }

    @Override
    public boolean renew() {
        Token current = token;
        boolean isNew = current != null && current.since().plus(JUST_NOW).isAfter(clock.instant());
        if (!isNew) {
            token = null;
        }
        return true;
    }

    private boolean isFresh(@Nullable Token current) {
        return current != null && current.until().minus(MARGIN).isAfter(clock.instant());
    }

    private @Nullable Token fetchAlone(Cancellation cancellation) throws WebException {
        await(cancellation);
        try {
            if (!isFresh(token)) {
                fetch(cancellation);
            }
            return token;
        } finally {
            fetching.unlock();
        }
    }

    private void await(Cancellation cancellation) throws WebException {
        try {
            while (!fetching.tryLock(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.throwIfRequested();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebException.of(Kind.SIGN_IN, name(), "interrupted while waiting for a token", e);
        }
    }

    private String name() {
        return call(Map.of()).name();
    }

    private void fetch(Cancellation cancellation) throws WebException {
        String refreshToken = refreshToken();
        if (!refreshToken.isEmpty()) {
            String error = grant(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), cancellation);
            if (error.isEmpty()) {
                return;
            }
            keepRefreshToken("");
        }
        if (client.secret().isEmpty()) {
            throw WebException.of(Kind.SIGN_IN, name(), "nobody has signed in, or it is over");
        }
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        String error = grant(form, cancellation);
        if (!error.isEmpty()) {
            throw WebException.of(Kind.SIGN_IN, name(), "no token: " + error);
        }
    }

    /** Asks for a token and keeps it; the error code when there is none, else "". */
    String grant(Map<String, String> form, Cancellation cancellation) throws WebException {
        Map<String, String> all = new TreeMap<>(form);
        if (client.secret().isEmpty()) {
            all.put("client_id", client.id());
        }
        return calls.read(call(all), this::keep, cancellation);
    }

    private Call call(Map<String, String> form) {
        return formCall(new Call("POST", provider.tokenEndpoint(), client.authentication(), Call.Payload.NONE), form);
    }

    /** A POST of a form (RFC 6749 Appendix B); asking an identity provider twice does no harm. */
    static Call formCall(Call call, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> OidcClient.encoded(field.getKey()) + "=" + OidcClient.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Call(call.method(), call.uri(), call.headers(), Call.Payload.text(body, Call.Repeat.SAFE))
                .with("Accept", "application/json")
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    private String keep(Answer answer) throws WebException {
        if (answer.status() == BAD_REQUEST || answer.status() == UNAUTHORIZED) {
            return OidcAnswer.error(OidcAnswer.parse(answer));
        }
        JsonNode document = OidcAnswer.parse(answer.requireContent());
        String value = document.path("access_token").asText();
        boolean isBearer = document.path("token_type").asText("Bearer").equalsIgnoreCase("bearer");
        if (!isBearer || !value.matches("[!-~]{1,16384}")) {
            throw WebException.of(Kind.SIGN_IN, answer.call().name(), "an answer without a bearer token");
        }
        long seconds = Math.max(0, Math.min(document.path("expires_in").asLong(60), MOST_SECONDS));
        Instant now = clock.instant();
        token = new Token(value, now, now.plusSeconds(seconds));
        String refresh = document.path("refresh_token").asText();
        if (!refresh.isEmpty()) {
            keepRefreshToken(refresh);
        }
        return "";
    }

    private String refreshToken() throws WebException {
        try {
            return renewal.refreshToken();
        } catch (CandelaException e) {
            throw WebException.of(Kind.SIGN_IN, name(), "what renews the token cannot be had", e);
        }
    }

    private void keepRefreshToken(String refresh) throws WebException {
        try {
            renewal.keep(refresh);
        } catch (CandelaException e) {
            throw WebException.of(Kind.SIGN_IN, name(), "what renews the token cannot be kept", e);
        }
    }

    /** Says whose, not what. */
    @Override
    public String toString() {
        return "OidcTokens[" + client.id() + "]";
    }
}
