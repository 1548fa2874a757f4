package org.candela.order.feed;

import static org.candela.order.feed.FeedDesk.codeOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever bytes come, an answer goes out, in time, and it never says that the fault is ours. */
// [utest->req~order.feed~1]
@Timeout(120)
class FeedFuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedFuzzTest.class);
    private static final int ROUNDS = 3_000;
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final byte[] SEPARATORS = "|^~\\&\r\n\"".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private static byte[] golden(String name) throws Exception {
        try (InputStream file = FeedFuzzTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace('\n', '\r')
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyMessageIsAnsweredWhateverItsBytes() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("orm-o01.hl7", "omi-o23.hl7", "omg-o19-change.hl7", "mdm-t02.hl7")) {
            seeds.add(golden(name));
        }
        Random random = new Random(6);
        TreeMap<String, Integer> codes = new TreeMap<>();
        try (FeedDesk desk = new FeedDesk(folder, Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC))) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] message = spoiled(seeds.get(random.nextInt(seeds.size())), random);
                String code = answerInTime(desk, message);
                codes.merge(code, 1, Integer::sum);
            }
        }
        LOG.info("{} messages: {}", ROUNDS, codes);
        assertTrue(Set.of("AA", "AR").containsAll(codes.keySet()), codes.toString());
        assertTrue(codes.size() == 2, codes.toString());
    }

    @Test
    void messagesMadeToCostMuchAreAnsweredInTime() throws Exception {
        String header = "MSH|^~\\&|HIS|NORTH|||20261129||ORM^O01|1|P|2.5.1\r";
        List<String> costly = List.of(
                header + "ORC|NW|1\rOBR|1\r".repeat(70_000),
                header + "ORC|NW|1\rOBR|1\r".repeat(490),
                header + "ORC|NW|1\r" + "Z01|1\r".repeat(900),
                header + "ORC|NW|" + "~".repeat(1_000_000),
                header + "ORC|NW|" + "~".repeat(19_000),
                header + "ORC|NW|1^" + "^".repeat(19_000),
                header + "ORC|NW|1&" + "&".repeat(19_000),
                header + "ORC|NW|1" + "|".repeat(19_000),
                header + "ORC|NW|1|" + "\\X".repeat(9_000),
                header + "ORC|NW|" + "x".repeat(1_000_000),
                "MSH" + "|".repeat(1_000_000),
                "MSH|||||||||||||||||||||||||||");
        try (FeedDesk desk = new FeedDesk(folder, Clock.systemUTC())) {
            for (String message : costly) {
                answerInTime(desk, message.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String answerInTime(FeedDesk desk, byte[] message) {
        long begun = System.nanoTime();
        String answer = desk.send(message);
        long nanos = System.nanoTime() - begun;
        assertTrue(nanos < LONGEST_NANOS, nanos / 1_000_000 + " ms for " + message.length + " bytes");
        assertTrue(answer.startsWith("MSH|^~\\&|") && answer.endsWith("\r"), answer);
        String code = codeOf(answer);
        assertTrue(Set.of("AA", "AR", "CA", "CR").contains(code), answer);
        return "A" + code.substring(1);
    }

    private static byte[] spoiled(byte[] seed, Random random) {
        byte[] message = seed.clone();
        for (int fault = random.nextInt(6); fault >= 0; fault--) {
            int at = random.nextInt(message.length);
            switch (random.nextInt(5)) {
                case 0 -> message[at] = (byte) random.nextInt(256);
                case 1 -> message[at] = SEPARATORS[random.nextInt(SEPARATORS.length)];
                case 2 -> message = without(message, at, Math.min(message.length, at + 1 + random.nextInt(40)));
                case 3 -> message = twice(message, at, Math.min(message.length, at + 1 + random.nextInt(80)));
                default -> message = without(message, at, message.length);
            }
            if (message.length == 0) {
                return message;
            }
        }
        return message;
    }

    private static byte[] without(byte[] message, int from, int to) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] twice(byte[] message, int from, int to) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return (text.substring(0, to) + text.substring(from)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
