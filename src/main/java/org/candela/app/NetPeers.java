package org.candela.app;

import java.time.Clock;
import org.candela.base.CandelaException;
import org.candela.cli.DimsePeer;
import org.candela.cli.NetPeer;
import org.candela.cli.WebNetPeer;

/** Which protocol answers for {@code candela net}: the scheme of the URI says. */
final class NetPeers implements NetPeer.Opener {
    private final Clock clock;

    NetPeers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public NetPeer open(NetPeer.Address address) throws CandelaException {
        return switch (String.valueOf(address.uri().getScheme())) {
            // Its threads are daemons and end with the process, which ends with the command.
            case "https", "http" -> WebNetPeer.open(address, new Executors().web(), clock);
            case "dicom" -> dimse(address, new Executors());
            default ->
                throw new IllegalArgumentException("a peer is named dicom://… or https://…, not " + address.uri());
        };
    }

    private static NetPeer dimse(NetPeer.Address address, Executors executors) {
        return DimsePeer.of(address, executors.web(), executors.scheduler());
    }
}
