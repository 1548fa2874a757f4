package org.candela.order.feed;

import static org.candela.order.feed.FeedDesk.NORTH;
import static org.candela.order.feed.FeedDesk.codeOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.candela.net.mllp.MllpSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listener is killed while messages come: what was acknowledged is there, what was not is sent again, once. */
// [utest->req~order.feed~1]
@Timeout(180)
class FeedKillTest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedKillTest.class);
    private static final int KILLS = 6;
    private static final int AHEAD = 20;

    @TempDir
    private Path folder;

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ListeningProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int portOf(Process listener) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(listener.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("[0-9]{2,5}")) {
                return Integer.parseInt(line);
            }
        }
        throw new IOException("the listener did not begin");
    }

    @Test
    void noOrderThatWasAcknowledgedIsLostAndNoneIsDoneTwice() throws Exception {
        Random random = new Random(6);
        List<Integer> acknowledged = new ArrayList<>();
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process listener = start();
            try (MllpSender sender =
                    new MllpSender(new InetSocketAddress(InetAddress.getLoopbackAddress(), portOf(listener)))) {
                next = sendUntilKilled(sender, listener, next, 5 + random.nextInt(40), acknowledged);
            } finally {
                listener.destroyForcibly();
                listener.waitFor(20, TimeUnit.SECONDS);
            }
        }

        try (FeedDesk desk = new FeedDesk(folder, Clock.systemUTC())) {
            int kept = 0;
            for (int number = 0; number < next + AHEAD; number++) {
                int versions = desk.orders.history(NORTH, "PL" + number).size();
                assertTrue(versions <= 1, "order " + number + " was done " + versions + " times");
                assertTrue(versions == 1 || !acknowledged.contains(number), "order " + number + " was lost");
                kept += versions;
            }
            LOG.info("{} kills, {} acknowledged, {} kept", KILLS, acknowledged.size(), kept);
            assertTrue(acknowledged.size() >= KILLS * 5, acknowledged.size() + " acknowledged");
            assertEquals("AA", codeOf(desk.send(FeedDesk.order("C0", "PL0"))), "sent again after all");
            assertEquals(1, desk.orders.history(NORTH, "PL0").size());
        }
    }

    /** Sends ahead of the answers, so that the kill meets messages at every stage; returns the first without an answer. */
    private static int sendUntilKilled(
            MllpSender sender, Process listener, int first, int answers, List<Integer> acknowledged)
            throws IOException {
        int sent = first;
        int answered = first;
        try {
            while (true) {
                while (sent < answered + AHEAD) {
                    String order = FeedDesk.order("C" + sent, "PL" + sent);
                    sender.write(MllpSender.frame(order.getBytes(StandardCharsets.UTF_8)));
                    sent++;
                }
                if (answered == first + answers) {
                    listener.destroyForcibly(); // SIGKILL; answers on the wire may still come
                }
                String answer = sender.readAnswer();
                if (answer.isEmpty()) {
                    return answered;
                }
                assertEquals("AA", codeOf(answer));
                assertTrue(answer.contains("|C" + answered + "\r"), answer);
                acknowledged.add(answered++);
            }
        } catch (IOException killed) {
            return answered;
        }
    }
}
