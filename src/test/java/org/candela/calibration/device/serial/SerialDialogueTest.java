package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.Test;

// [utest->req~device.serial-dialogue~1]
class SerialDialogueTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeLine line = new FakeLine();
    private final SerialDialogue dialogue = new SerialDialogue(line, "LS-100", new Cancellation());

    @Test
    void aLateReplyIsNotTakenForTheNext() throws DeviceException {
        line.arrived("OK00,  999.9\r\n").answers("OK00,    1.5\r\n");

        assertEquals("OK00,    1.5", dialogue.ask("MES", LONG));
    }

    @Test
    void aReplyInPiecesIsWhole() throws DeviceException {
        line.answers("OK0", "0,  1.", "5\r", "\n");

        assertEquals("OK00,  1.5", dialogue.ask("MES", LONG));
    }

    @Test
    void whoSendsWithoutBeingAskedIsRefused() {
        line.arrived("x".repeat(5000));

        assertEquals("device.garbage", refusal().code());
    }

    @Test
    void aReplyWithoutEndIsRefusedBeforeItFillsAnything() {
        for (int i = 0; i < 100; i++) {
            line.answers("y".repeat(100));
        }

        assertEquals("device.garbage", refusal().code());
        assertTrue(line.taken < 1000, "took " + line.taken);
    }

    @Test
    void errorsNameMeterLineAndSettings() {
        line.answers("\u00ff\u0000\r\n");

        assertEquals(
                "LS-100 at fake 4800 7E2: not text: \"????\"; do meter and line have the same speed, bits and parity?",
                refusal().getMessage());
    }

    private DeviceException refusal() {
        return assertThrows(DeviceException.class, () -> dialogue.ask("MES", LONG));
    }

    /** A line in memory: what had arrived before a command, and what answers it. */
    private static final class FakeLine implements SerialLine {
        private final Deque<String> before = new ArrayDeque<>();
        private final Deque<String> after = new ArrayDeque<>();
        private boolean isAsked;
        private int taken;

        FakeLine arrived(String text) {
            for (int at = 0; at < text.length(); at += 100) {
                before.add(text.substring(at, Math.min(text.length(), at + 100)));
            }
            return this;
        }

        FakeLine answers(String... pieces) {
            after.addAll(java.util.List.of(pieces));
            return this;
        }

        @Override
        public String name() {
            return "fake 4800 7E2";
        }

        @Override
        public void write(byte[] bytes) {
            isAsked = true;
        }

        @Override
        public int read(byte[] into, Duration limit) {
            String next = isAsked ? after.poll() : before.poll();
            byte[] bytes = (next == null ? "" : next).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            taken += bytes.length;
            return bytes.length;
        }

        @Override
        public void close() {}
    }
}
