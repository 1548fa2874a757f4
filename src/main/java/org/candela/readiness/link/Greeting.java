package org.candela.readiness.link;

import java.time.Instant;
import java.util.Optional;

/**
 * How a connection begins, each part once.
 *
 * @param address that the name stands for, as text
 * @param nameMillis to learn it; near 0 where the system has it in memory
 * @param connectMillis of TCP
 * @param tlsMillis of the TLS handshake; 0 without TLS
 * @param certificateEnds until when the server's certificate is valid; empty without TLS
 */
public record Greeting(
        String address, double nameMillis, double connectMillis, double tlsMillis, Optional<Instant> certificateEnds) {}
