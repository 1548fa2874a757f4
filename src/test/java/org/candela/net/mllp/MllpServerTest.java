package org.candela.net.mllp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

// [utest->req~net.mllp.server~1]
@Timeout(60)
class MllpServerTest {
    private static final MllpLimits LIMITS = new MllpLimits(2_000, 3, Duration.ofMillis(700), Duration.ofSeconds(30));

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<MllpSender> senders = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set by serve
    private MllpServer server;

    @SuppressWarnings("NullAway.Init") // set by serve
    private Thread thread;

    private MllpHandler handler() {
        return new MllpHandler() {
            @Override
            public byte[] answer(byte[] message) {
                handled.add(new String(message, StandardCharsets.UTF_8));
                return ("to " + new String(message, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] answerTooLong(byte[] begin, int limit) {
                return ("too long, over " + limit).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private void serve(MllpLimits limits, MllpHandler handler) throws IOException {
        server = MllpServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits, handler);
        thread = new Thread(server::run, "mllp");
        thread.start();
    }

    private MllpSender sender() throws IOException {
        MllpSender sender = new MllpSender(server.address());
        senders.add(sender);
        return sender;
    }

    @AfterEach
    void close() throws Exception {
        for (MllpSender sender : senders) {
            sender.close();
        }
        server.close();
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertTrue(!thread.isAlive(), "the server goes on");
    }

    @Test
    void messagesOfOneConnectionAreAnsweredInTheirOrder() throws Exception {
        serve(LIMITS, handler());
        MllpSender sender = sender();
        sender.write("noise\u000Bone\u001C\r\u000Btwo\u001C\r\u000Bthree\u001C\r");

        assertEquals("to one", sender.readAnswer());
        assertEquals("to two", sender.readAnswer());
        assertEquals("to three", sender.readAnswer());
    }

    @Test
    void aSenderThatSendsByteByByteKeepsNobodyWaitingAndIsCutOffInTime() throws Exception {
        serve(LIMITS, handler());
        MllpSender slow = sender();
        slow.write("\u000Bslo");
        long begun = System.nanoTime();

        assertEquals("to quick", sender().exchange("quick"));
        assertEquals("", slow.readAnswer());

        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertTrue(millis >= 500 && millis < 10_000, millis + " ms");
        assertEquals(List.of("quick"), handled);
    }

    @Test
    void whoEndsItsSideAfterAMessageIsStillAnswered() throws Exception {
        serve(LIMITS, handler());
        MllpSender sender = sender();
        sender.write("\u000Bone\u001C\r\u000Btwo\u001C\r\u000Bcut of");
        sender.endOutput();

        assertEquals("to one", sender.readAnswer());
        assertEquals("to two", sender.readAnswer());
        assertEquals("", sender.readAnswer());
        assertEquals(List.of("one", "two"), handled);
    }

    @Test
    void aMessageThatIsTooLongIsRefusedAndNothingOfItHandled() throws Exception {
        serve(LIMITS, handler());
        MllpSender sender = sender();
        sender.write("\u000B" + "x".repeat(50_000));

        assertEquals("too long, over 2000", sender.readAnswer());
        assertEquals(List.of(), handled);
        assertEquals("to next", sender().exchange("next"));
    }

    @Test
    void noiseWithoutEndIsCutOff() throws Exception {
        serve(LIMITS, handler());
        MllpSender sender = sender();
        sender.write("y".repeat(5_000));

        assertEquals("too long, over 2000", sender.readAnswer());
    }

    @Test
    void whoTakesNoAnswersIsReadNoFurther() throws Exception {
        byte[] large = new byte[4 << 20];
        serve(new MllpLimits(2_000, 3, Duration.ofSeconds(15), Duration.ofSeconds(30)), message -> {
            handled.add(new String(message, StandardCharsets.UTF_8));
            return handled.size() == 1 ? large : message;
        });
        MllpSender deaf = sender();
        deaf.write("\u000Bone\u001C\r\u000Btwo\u001C\r");

        assertEquals("quick", sender().exchange("quick"));
        assertEquals(List.of("one", "quick"), handled, "the second message was taken before the first answer");
        assertEquals(large.length, deaf.readAnswer().length());
        assertEquals("two", deaf.readAnswer());
    }

    @Test
    void moreConnectionsThanThereIsRoomForAreClosedAndTheOthersGoOn() throws Exception {
        serve(LIMITS, handler());
        List<MllpSender> three = List.of(sender(), sender(), sender());
        for (MllpSender sender : three) {
            assertEquals("to a", sender.exchange("a"));
        }

        assertEquals("", sender().readAnswer());
        assertEquals("to b", three.get(2).exchange("b"));
    }

    @Test
    void whoIsSilentForLongIsCutOff() throws Exception {
        serve(new MllpLimits(2_000, 3, Duration.ofSeconds(5), Duration.ofMillis(500)), handler());
        MllpSender sender = sender();

        assertEquals("to a", sender.exchange("a"));
        assertEquals("", sender.readAnswer());
    }
}
