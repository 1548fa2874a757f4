package org.candela.order.feed;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.candela.net.mllp.MllpLimits;
import org.candela.net.mllp.MllpServer;

/** A program that takes orders until it is killed. Says its port first. */
final class ListeningProgram {
    private ListeningProgram() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws Exception {
        FeedDesk desk = new FeedDesk(Path.of(args[0]), Clock.systemUTC());
        MllpServer server = MllpServer.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MllpLimits.STANDARD, desk.feed);
        System.out.println(server.address().getPort());
        server.run();
    }
}
