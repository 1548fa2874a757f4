package org.candela.net.dimse;

import java.net.URI;
import java.time.Duration;

/**
 * A remote AE: {@code dicom://AET@host:port[?tls&calling=X]}.
 *
 * @param called its AE title, 1 to 16 characters
 * @param calling our AE title towards it
 * @param timeout longest wait for a connection or an answer
 */
public record DimseEndpoint(String called, String host, int port, Security security, String calling, Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Whether the connection is encrypted. */
    public enum Security {
        PLAIN,
        TLS
    }

    public DimseEndpoint {
        requireTitle(called);
        requireTitle(calling);
        if (host.isEmpty() || port < 1 || port > 0xFFFF || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("no place to connect to: " + host + ":" + port + " within " + timeout);
        }
    }

    /** Reads the URI; {@code calling} stands where it names none of ours. */
    public static DimseEndpoint of(URI uri, String calling) {
        String title = uri.getUserInfo();
        if (!"dicom".equals(uri.getScheme()) || title == null || uri.getHost() == null || uri.getPort() < 0) {
            throw new IllegalArgumentException("not dicom://AET@host:port[?tls&calling=X]: " + uri);
        }
        Security security = Security.PLAIN;
        String own = calling;
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        for (String option : query.split("&")) {
            if (option.equals("tls")) {
                security = Security.TLS;
            } else if (option.startsWith("calling=")) {
                own = option.substring("calling=".length());
            } else if (!option.isEmpty()) {
                throw new IllegalArgumentException("unknown option \"" + option + "\" in " + uri);
            }
        }
        return new DimseEndpoint(title, uri.getHost(), uri.getPort(), security, own, TIMEOUT);
    }

    /** The same with other patience. */
    public DimseEndpoint within(Duration limit) {
        return new DimseEndpoint(called, host, port, security, calling, limit);
    }

    /** PS3.5 §6.2 AE: 1 to 16 printable characters without backslash. */
    static String requireTitle(String title) {
        if (title.isBlank() || !title.matches("[ -\\[\\]-~]{1,16}")) {
            throw new IllegalArgumentException("not an AE title (1 to 16 characters): \"" + title + "\"");
        }
        return title;
    }

    @Override
    public String toString() {
        return called + "@" + host + ":" + port;
    }
}
