package org.candela.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The peer and how to talk to it: the options that all of {@code candela net} share. */
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class NetPeerOption {
    @Parameters(index = "0", paramLabel = "PEER", description = "dicom://AET@host:port[?tls] or https://host/dicom-web")
    private URI peer;

    @Option(names = "--calling", defaultValue = "CANDELA", description = "Our AE title; ${DEFAULT-VALUE} if not given.")
    private String calling;

    @Option(names = "--timeout", defaultValue = "30", description = "Longest silence in seconds; ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    @Option(names = "--pin", paramLabel = "SHA256", description = "Trust only this certificate or public key.")
    private List<String> pins = List.of();

    @Option(names = "--user", defaultValue = "", description = "User name.")
    private String user;

    @Option(names = "--password", interactive = true, arity = "0..1", defaultValue = "", description = "Asked for.")
    private String password;

    NetPeer.Address address() {
        if (timeoutSeconds <= 0) {
            throw new IllegalArgumentException("--timeout must be a positive number of seconds");
        }
        return new NetPeer.Address(peer, calling, Duration.ofSeconds(timeoutSeconds), pins, user, password);
    }
}
