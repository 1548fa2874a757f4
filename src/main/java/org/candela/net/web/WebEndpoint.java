package org.candela.net.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Where a DICOMweb service is, how long it may take and who asks.
 *
 * @param root URI of the service, for example {@code https://pacs.example/dicom-web}; http or https
 * @param patience how long it is waited for
 * @param credentials who asks; given to the origin of {@code root} only
 * @param otherOrigins further origins, as {@code https://bulk.example:8443}, that bulk data may be fetched from, without
 *     credentials
 */
public record WebEndpoint(URI root, WebPatience patience, WebCredentials credentials, Set<String> otherOrigins) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public WebEndpoint {
        if (root.getHost() == null || !("http".equals(root.getScheme()) || "https".equals(root.getScheme()))) {
            throw new IllegalArgumentException("a DICOMweb root is an http or https URI with a host");
        }
        if (root.getUserInfo() != null || root.getRawQuery() != null || root.getRawFragment() != null) {
            throw new IllegalArgumentException("a DICOMweb root has no user, no query and no fragment");
        }
        otherOrigins = Set.copyOf(otherOrigins);
    }

    /** The service at {@code root} without credentials, with 30 s to answer and 20 s of silence at most. */
    public static WebEndpoint of(URI root) {
        return new WebEndpoint(root, WebPatience.STANDARD, WebCredentials.NONE, Set.of());
    }

    /** Any resource of the server at {@code uri}. */
    static WebEndpoint serverOf(URI uri) {
        return of(URI.create(originOf(uri)));
    }

    /** The same service with other patience. */
    public WebEndpoint within(Duration answer, Duration stall) {
        return new WebEndpoint(root, new WebPatience(answer, stall, patience.retry()), credentials, otherOrigins);
    }

    /** The same service, asked again after a failure where that is safe. */
    public WebEndpoint retrying(RetryPolicy retry) {
        WebPatience more = new WebPatience(patience.answer(), patience.stall(), retry);
        return new WebEndpoint(root, more, credentials, otherOrigins);
    }

    /** The same service asked by somebody. */
    public WebEndpoint as(WebCredentials who) {
        return new WebEndpoint(root, patience, who, otherOrigins);
    }

    /** The same service asked with these header fields, taken anew for each request. */
    public WebEndpoint withHeaders(Supplier<Map<String, String>> fields) {
        return as(cancellation -> fields.get());
    }

    /** The same service, whose bulk data may also lie at the origin of {@code other}. */
    public WebEndpoint withBulkDataAt(URI other) {
        Set<String> more = new TreeSet<>(otherOrigins);
        more.add(originOf(other));
        return new WebEndpoint(root, patience, credentials, more);
    }

    /** Header fields of HTTP Basic authentication (RFC 7617). */
    public static Map<String, String> basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Whether what goes there can be read by nobody on the way: it goes over TLS, or does not leave this machine. */
    // [impl->req~net.web.secrets~1]
    public static boolean isConfidential(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
    }

    /** Root and path segments, joined by one slash each. */
    URI resolve(String path) {
        String base = root.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    // [impl->req~net.web.same-origin~1]
    boolean isOwn(URI uri) {
        return originOf(uri).equals(originOf(root));
    }

    boolean mayFetch(URI uri) {
        return isOwn(uri) || otherOrigins.contains(originOf(uri));
    }

    /**
     * A server behind a proxy often does not know under which scheme and port it is reached. What it says to be on its own
     * host, below its own path, is asked for where the service is; all else is left as it is.
     */
    URI atOwnOrigin(URI uri) {
        String path = String.valueOf(uri.getRawPath());
        boolean isBelow = path.startsWith(resolve("/").getRawPath());
        if (mayFetch(uri) || !isBelow || !root.getHost().equalsIgnoreCase(uri.getHost())) {
            return uri;
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(root.getScheme() + "://" + root.getRawAuthority() + path + query);
    }

    /** Scheme, host and port (RFC 6454 §4), the default port written out. */
    static String originOf(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    @Override
    public String toString() {
        return "WebEndpoint[" + root.getHost() + root.getPath() + "]";
    }
}
