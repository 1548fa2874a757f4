package org.candela.net.web;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.WebException.Kind;

// [impl->req~net.web.tls~1]
/** Makes the HTTP client that the clients of services share: HTTP/2 where TLS agrees on it, else HTTP/1.1 (RFC 9113). */
public final class WebTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private WebTransport() {}

    /**
     * @param proxies the way out; {@link HttpClient.Builder#NO_PROXY}, {@code ProxySelector.of(address)} or
     *     {@code ProxySelector.getDefault()}
     */
    public static HttpClient client(TlsTrust trust, ProxySelector proxies, Executor executor, Clock clock)
            throws WebException {
        SSLContext context = context(trust, clock);
        return HttpClient.newBuilder()
                .executor(executor)
                .proxy(proxies)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(context)
                .sslParameters(TlsTrust.parameters(context))
                .build();
    }

    private static SSLContext context(TlsTrust trust, Clock clock) throws WebException {
        try {
            return trust.context(clock);
        } catch (GeneralSecurityException e) {
            throw WebException.of(Kind.NOT_TRUSTED, "TLS", "cannot be set up", e);
        }
    }
}
