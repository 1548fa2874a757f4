package org.candela.audit.export;

import java.util.List;
import java.util.Optional;
import org.candela.net.tls.TlsTrust;

/**
 * Where audit messages go: an audit record repository.
 *
 * @param host its name, which its certificate must carry unless it is pinned
 * @param port 6514 where nothing else was agreed (RFC 5425)
 * @param pins SHA-256 of its certificate or key; none to trust what the platform trusts
 * @param certificate file (PKCS#12) with the certificate that is shown to it; empty for none
 */
public record Collector(String host, int port, List<String> pins, Optional<String> certificate) {
    /** Port of syslog over TLS. */
    public static final int USUAL_PORT = 6514;

    private static final int MOST = 65_535;

    public Collector {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a repository has a host name without spaces");
        }
        if (port < 1 || port > MOST) {
            throw new IllegalArgumentException("a port is a number from 1 to " + MOST + ", not " + port);
        }
        pins = pins.stream().map(TlsTrust::plain).toList();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
