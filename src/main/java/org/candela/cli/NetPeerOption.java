package org.candela.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with a bearer token, readable by nobody else; or set CANDELA_TOKEN.")
    private @Nullable Path tokenFile;

    /** Not an option to be typed: a command line is open to everybody on the machine. */
    @Option(names = "--token-from-environment", hidden = true, defaultValue = "${env:CANDELA_TOKEN:-}")
    private String token;

    private String token() {
        if (tokenFile == null) {
            return token;
        }
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(tokenFile + ": cannot be read", e);
        }
    }

    NetPeer.Address address() {
        if (timeoutSeconds <= 0) {
            throw new IllegalArgumentException("--timeout must be a positive number of seconds");
        }
        return new NetPeer.Address(peer, calling, Duration.ofSeconds(timeoutSeconds), pins, user, password, token());
    }
}
