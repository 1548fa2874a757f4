package org.candela.calibration.device.serial;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Replies of the Klein K-10: the two letters of the command, data of a fixed length, and {@code <c>} with c = 0 when all is
 * well.
 *
 * <p>A measured value has three bytes: sign and 15 bits of mantissa, high byte first, then a signed exponent e; it is
 * mantissa · 2^(e − 16).
 */
final class KleinReply {
    private static final int TAIL = 3;
    private static final int VALUE_BYTES = 3;
    private static final int MANTISSA_BITS = 16;
    private static final int MODEL = 7;
    private static final int SERIAL = 9;
    private static final int READING = 3 * VALUE_BYTES + 1;

    private KleinReply() {}

    /** X, Y and Z of a reading; negative ones are noise of a dark screen. */
    record Reading(double x, double y, double z) {}

    /** What {@code P0} tells. */
    record Who(String model, String serial) {}

    /** How many bytes answer this command when all is well. */
    static int length(String command) {
        return 2 + dataLength(command) + TAIL;
    }

    /** Whether {@code reply} is whole: as long as it must be, or an error that ends it before. */
    static boolean isWhole(String command, byte[] reply) {
        int length = length(command);
        boolean isEndedBefore = reply.length >= 2 + TAIL
                && reply.length < length
                && reply[reply.length - 1] == '>'
                && reply[reply.length - 3] == '<'
                && reply[reply.length - 2] != '0';
        return reply.length >= length || isEndedBefore;
    }

    /** What the meter complains of; empty when all is well. */
    static Optional<String> error(byte[] reply) {
        char code = (char) (reply[reply.length - 2] & 0xFF);
        return code == '0'
                ? Optional.empty()
                : Optional.of("it answers with error " + (code > ' ' && code <= '~' ? code : '?'));
    }

    /** Whether the reply has the form of one to {@code command}. */
    static boolean answers(String command, byte[] reply) {
        int last = reply.length - 1;
        return reply.length >= 2 + TAIL
                && new String(reply, 0, 2, StandardCharsets.ISO_8859_1).equals(command.substring(0, 2))
                && reply[last] == '>'
                && reply[last - 2] == '<';
    }

    static Who who(byte[] reply) {
        String text = new String(reply, 2, MODEL + SERIAL, StandardCharsets.US_ASCII);
        return new Who(text.substring(0, MODEL).strip(), text.substring(MODEL).strip());
    }

    static Reading reading(byte[] reply) {
        return new Reading(value(reply, 2), value(reply, 2 + VALUE_BYTES), value(reply, 2 + 2 * VALUE_BYTES));
    }

    private static double value(byte[] reply, int at) {
        int bits = (reply[at] & 0xFF) << 8 | (reply[at + 1] & 0xFF);
        double size = Math.scalb((double) (bits & 0x7FFF), reply[at + 2] - MANTISSA_BITS);
        return (bits & 0x8000) == 0 ? size : -size;
    }

    private static int dataLength(String command) {
        return switch (command) {
            case "P0" -> MODEL + SERIAL;
            case "N5" -> READING;
            default -> 0;
        };
    }
}
