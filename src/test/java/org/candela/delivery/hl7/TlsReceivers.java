package org.candela.delivery.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.candela.TestKeys;
import org.candela.base.CandelaException;
import org.candela.delivery.Door;
import org.candela.net.tls.TlsTrust;

/** A receiver behind TLS, and who trusts it, for tests of other rooms. */
public final class TlsReceivers implements AutoCloseable {
    private final TestKeys keys;
    private final LoopbackReceiver receiver;

    private TlsReceivers(TestKeys keys, LoopbackReceiver receiver) {
        this.keys = keys;
        this.receiver = receiver;
    }

    /** @param folder for its keys */
    public static TlsReceivers open(Path folder) throws Exception {
        TestKeys keys = TestKeys.make(folder, "hl7.example");
        return new TlsReceivers(
                keys,
                new LoopbackReceiver(keys.server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress())));
    }

    public int port() {
        return receiver.endpoint().port();
    }

    /** Who knows its certificate. */
    public Door<MllpPeer.Tls> trusting() throws Exception {
        return pinning(keys.pin());
    }

    /** Who knows another. */
    public Door<MllpPeer.Tls> distrusting() {
        return pinning("ab".repeat(32));
    }

    private static Door<MllpPeer.Tls> pinning(String pin) {
        return (facility, channel) -> {
            try {
                return new MllpPeer.Tls(
                        TlsTrust.standard().pinning(List.of(pin)).context(Clock.systemUTC()), false);
            } catch (GeneralSecurityException e) {
                throw new CandelaException("test.tls", "no TLS", e);
            }
        };
    }

    @Override
    public void close() throws IOException {
        receiver.close();
    }
}
