package org.candela.net.web;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;

/** Makes the HTTP client that the clients of services share: HTTP/2 where TLS agrees on it, else HTTP/1.1 (RFC 9113). */
public final class WebTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private WebTransport() {}

    /**
     * @param proxies the way out; {@link HttpClient.Builder#NO_PROXY}, {@code ProxySelector.of(address)} or
     *     {@code ProxySelector.getDefault()}
     */
    public static HttpClient client(WebTls tls, ProxySelector proxies, Executor executor, Clock clock)
            throws WebException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return HttpClient.newBuilder()
                .executor(executor)
                .proxy(proxies)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls.context(clock))
                .sslParameters(parameters)
                .build();
    }
}
