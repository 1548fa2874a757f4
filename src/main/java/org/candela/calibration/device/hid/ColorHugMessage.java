package org.candela.calibration.device.hid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.candela.calibration.device.DeviceException;

/**
 * Reports of the ColorHug (colord ch-common.h): a request is {@code [command][arguments]}, a reply {@code
 * [error][command][data]}, both 64 bytes, numbers with the low byte first.
 */
// [impl->req~device.colorhug-message~1]
final class ColorHugMessage {
    static final int LENGTH = 64;

    private static final int HEADER = 2;
    private static final double PACKED_ONE = 65536;

    private ColorHugMessage() {}

    /** What can be asked, with the length of the data that answers it. */
    enum Command {
        SET_MULTIPLIER(0x04, 0),
        GET_INTEGRAL_TIME(0x05, 2),
        SET_INTEGRAL_TIME(0x06, 0),
        GET_FIRMWARE_VERSION(0x07, 6),
        GET_SERIAL_NUMBER(0x0B, 4),
        TAKE_READING_XYZ(0x23, 12),
        SELF_TEST(0x40, 0);

        private final int code;
        private final int dataLength;

        Command(int code, int dataLength) {
            this.code = code;
            this.dataLength = dataLength;
        }

        int code() {
            return code;
        }
    }

    /** X, Y and Z as the meter tells them, cd/m². */
    record Reading(double x, double y, double z) {}

    static byte[] encode(Command command, byte... arguments) {
        if (arguments.length > LENGTH - 1) {
            throw new IllegalArgumentException("too many arguments: " + arguments.length);
        }
        byte[] report = new byte[LENGTH];
        report[0] = (byte) command.code;
        System.arraycopy(arguments, 0, report, 1, arguments.length);
        return report;
    }

    /** The two bytes of a number as an argument. */
    static byte[] u16(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    /**
     * The data of a reply to {@code command}.
     *
     * @throws DeviceException for an error of the meter, a reply to another command or one that is too short
     */
    static byte[] decode(Command command, byte[] report, String device) throws DeviceException {
        if (report.length < HEADER) {
            throw new DeviceException("device.incomplete", device, "a reply of " + report.length + " bytes");
        }
        int told = report[1] & 0xFF;
        if (told != command.code) {
            throw new DeviceException(
                    "device.garbage",
                    device,
                    String.format(Locale.ROOT, "a reply to command %02x instead of %02x", told, command.code));
        }
        int error = report[0] & 0xFF;
        if (error != 0) {
            throw ColorHugError.of(error)
                    .map(known -> new DeviceException(known.code(), device, known.words()))
                    .orElseGet(() -> new DeviceException("device.failed", device, "unknown error " + error));
        }
        if (report.length < HEADER + command.dataLength) {
            throw new DeviceException(
                    "device.incomplete",
                    device,
                    "a reply of " + report.length + " bytes to "
                            + command.name().toLowerCase(Locale.ROOT));
        }
        return Arrays.copyOfRange(report, HEADER, HEADER + command.dataLength);
    }

    /** Three numbers of 16 bits with 16 more behind the point. */
    static Reading reading(byte[] data) {
        ByteBuffer numbers = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return new Reading(numbers.getInt() / PACKED_ONE, numbers.getInt() / PACKED_ONE, numbers.getInt() / PACKED_ONE);
    }

    /** As {@code "1.2.3"}. */
    static String firmware(byte[] data) {
        ByteBuffer numbers = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return (numbers.getShort() & 0xFFFF) + "." + (numbers.getShort() & 0xFFFF) + "."
                + (numbers.getShort() & 0xFFFF);
    }

    static String serial(byte[] data) {
        return Integer.toUnsignedString(
                ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    static int integralTime(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
    }
}
