package org.candela.calibration.device.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.candela.base.Cancellation;
import org.candela.calibration.device.DeviceException;

/**
 * Commands to a meter and its replies, one for one. What came in before a command is thrown away, so that a late reply is
 * never taken for that of the next. Device thread.
 */
// [impl->req~device.serial-dialogue~1]
final class SerialDialogue {
    /** Longer than any reply of these meters. */
    private static final int MOST = 256;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration NOTHING = Duration.ofMillis(1);
    private static final int MOST_STALE = 4096;

    private final SerialLine line;
    private final String device;
    private final Cancellation cancellation;

    SerialDialogue(SerialLine line, String model, Cancellation cancellation) {
        this.line = line;
        this.device = model + " at " + line.name();
        this.cancellation = cancellation;
    }

    /** Sends {@code command} and takes the line that it is answered with, without its CR LF; printable ASCII alone. */
    String ask(String command, Duration limit) throws DeviceException {
        byte[] reply = ask(command + "\r\n", limit, SerialDialogue::isLine);
        String text = new String(reply, StandardCharsets.US_ASCII);
        requirePlain(reply);
        return text.substring(0, text.length() - 2);
    }

    /** Sends {@code command} as it is and takes bytes until they are {@code whole}. */
    byte[] ask(String command, Duration limit, Predicate<byte[]> whole) throws DeviceException {
        forgetStale();
        line.write(command.getBytes(StandardCharsets.US_ASCII));
        long end = System.nanoTime() + limit.toNanos();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        while (!whole.test(reply.toByteArray())) {
            cancellation.throwIfRequested();
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw late(command, reply.toByteArray());
            }
            byte[] some = new byte[MOST];
            int count = line.read(some, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            reply.write(some, 0, count);
            if (reply.size() > MOST) {
                throw failed("device.garbage", "more than " + MOST + " bytes and no end" + settings());
            }
        }
        return reply.toByteArray();
    }

    DeviceException failed(String code, String problem) {
        return new DeviceException(code, device, problem);
    }

    private void forgetStale() throws DeviceException {
        byte[] stale = new byte[MOST];
        for (int forgotten = 0; forgotten < MOST_STALE; ) {
            int count = line.read(stale, NOTHING);
            if (count == 0) {
                return;
            }
            forgotten += count;
        }
        throw failed("device.garbage", "it sends without being asked" + settings());
    }

    private DeviceException late(String command, byte[] reply) {
        return reply.length == 0
                ? failed("device.timeout", "no answer to " + command.strip() + "; is it on" + settings())
                : failed(
                        "device.incomplete",
                        "half an answer to " + command.strip() + ": \"" + printable(reply) + "\"" + settings());
    }

    private void requirePlain(byte[] reply) throws DeviceException {
        if (!isPlain(reply)) {
            throw failed("device.garbage", "not text: \"" + printable(reply) + "\"" + settings());
        }
    }

    private static String settings() {
        return "; do meter and line have the same speed, bits and parity?";
    }

    private static boolean isLine(byte[] reply) {
        return reply.length >= 2 && reply[reply.length - 2] == '\r' && reply[reply.length - 1] == '\n';
    }

    private static boolean isPlain(byte[] reply) {
        for (byte one : reply) {
            if (one != '\r' && one != '\n' && (one < ' ' || one > '~')) {
                return false;
            }
        }
        return true;
    }

    private static String printable(byte[] reply) {
        return new String(reply, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    }
}
