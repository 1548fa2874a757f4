package org.candela.net.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a provider that is known by its issuer alone: its endpoints are asked for when the first token is needed, so
 * that nothing waits for a provider before. Safe from any thread.
 */
// [impl->req~net.web.tokens~1]
public final class OidcSignIn implements WebCredentials {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;

    private final URI issuer;
    private final OidcClient client;
    private final OidcRenewal renewal;
    private final HttpClient http;
    private final Clock clock;
    // Held while the provider is asked, so that one asks for all; waiting for it ends with the cancellation.
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Known(OidcProvider provider, OidcTokens tokens) {}

    /**
     * @param renewal where a token of a person is kept
     * @param http trusts as the provider needs it, which is not as a facility does
     */
    public OidcSignIn(URI issuer, OidcClient client, OidcRenewal renewal, HttpClient http, Clock clock) {
        OidcProvider.requireSafe(issuer);
        this.issuer = issuer;
        this.client = client;
        this.renewal = renewal;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Map<String, String> headers(Cancellation cancellation) throws WebException {
        return known(cancellation).tokens().headers(cancellation);
    }

    @Override
    public boolean renew() {
        Known now = known;
        return now != null && now.tokens().renew();
    }

    /** Lets a person sign in by {@link OidcDeviceFlow}; blocks until it is done, refused, late or cancelled. */
    public void signIn(DeviceLogin.Prompt prompt, Cancellation cancellation) throws WebException {
        Known now = known(cancellation);
        new OidcDeviceFlow(now.provider(), client, http, clock).signIn(now.tokens(), prompt, cancellation);
    }

    private Known known(Cancellation cancellation) throws WebException {
        Known now = known;
        return now == null ? discover(cancellation) : now;
    }

    private Known discover(Cancellation cancellation) throws WebException {
        try {
            while (!asking.tryLock(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.throwIfRequested();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebException.of(Kind.SIGN_IN, "GET " + issuer.getHost(), "interrupted while waiting", e);
        }
        try {
            Known now = known;
            if (now == null) {
                OidcProvider provider = OidcProvider.discover(issuer, http, cancellation);
                now = new Known(provider, new OidcTokens(provider, client, http, clock).keptBy(renewal));
                known = now;
            }
            return now;
        } finally {
            asking.unlock();
        }
    }

    /** Says whose, not what. */
    @Override
    public String toString() {
        return "OidcSignIn[" + client.id() + "]";
    }
}
