package org.candela.calibration.device;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One message between computer and monitor (VESA DDC/CI 1.1 §4, §6.2), on whichever wire carries it.
 *
 * <p>To the monitor: {@code 51, 80 + n, opcode, data, checksum}, written to I²C address 6E (0x37 shifted). From it: {@code
 * 6E, 80 + n, opcode, data, checksum}; n counts opcode and data, 0 for the null message of a monitor that is busy or has
 * nothing to say. The checksum is the exclusive or of all bytes before it and of the address they go to: 6E for the monitor,
 * the virtual 50 for the computer. Immutable.
 */
// [impl->req~device.ddc-message~1]
public final class DdcMessage {
    /** Most bytes of opcode and data. */
    public static final int MOST = 35;

    static final int FEATURE_REPLY = 0x02;
    static final int TABLE_REPLY = 0xE4;
    static final int CAPABILITIES_REPLY = 0xE3;

    private static final int FEATURE_REQUEST = 0x01;
    private static final int FEATURE_SET = 0x03;
    private static final int TABLE_REQUEST = 0xE2;
    private static final int TABLE_WRITE = 0xE7;
    private static final int CAPABILITIES_REQUEST = 0xF3;

    private static final int MONITOR = 0x6E;
    private static final int COMPUTER = 0x51;
    private static final int VIRTUAL_COMPUTER = 0x50;
    private static final int LENGTH_MARK = 0x80;
    /** Source and length before the payload, checksum after it. */
    private static final int AROUND = 3;

    private final byte[] payload;

    private DdcMessage(byte[] payload) {
        this.payload = payload;
    }

    /** Asks for a control. */
    public static DdcMessage read(VcpFeature feature) {
        return of(FEATURE_REQUEST, feature.code());
    }

    /** Sets a control to 0 to 65535; has no reply. */
    public static DdcMessage set(VcpFeature feature, int value) {
        return of(FEATURE_SET, feature.code(), value >> 8, value);
    }

    /** Asks for a table from byte {@code offset} on. */
    public static DdcMessage readTable(VcpFeature feature, int offset) {
        return of(TABLE_REQUEST, feature.code(), offset >> 8, offset);
    }

    /** Sets a part of a table, at most 31 bytes, from byte {@code offset} on; has no reply. */
    public static DdcMessage setTable(VcpFeature feature, int offset, byte[] part) {
        byte[] start = of(TABLE_WRITE, feature.code(), offset >> 8, offset).payload;
        byte[] payload = Arrays.copyOf(start, start.length + part.length);
        System.arraycopy(part, 0, payload, start.length, part.length);
        return new DdcMessage(payload);
    }

    /** Asks for the capabilities string from byte {@code offset} on. */
    public static DdcMessage readCapabilities(int offset) {
        return of(CAPABILITIES_REQUEST, offset >> 8, offset);
    }

    /** The bytes to the monitor, from the computer's address to the checksum. */
    public byte[] encode() {
        byte[] bytes = new byte[payload.length + AROUND];
        bytes[0] = COMPUTER;
        bytes[1] = (byte) (LENGTH_MARK | payload.length);
        System.arraycopy(payload, 0, bytes, 2, payload.length);
        bytes[bytes.length - 1] = (byte) checksum(MONITOR, bytes, bytes.length - 1);
        return bytes;
    }

    /**
     * A message from the monitor; what a fixed read brings after its checksum is left aside.
     *
     * @throws DeviceException {@code device.garbled} naming what is wrong at which byte
     */
    public static DdcMessage decode(byte[] bytes) throws DeviceException {
        if (bytes.length < AROUND) {
            throw garbled(bytes, "is shorter than " + AROUND + " bytes");
        }
        if (u8(bytes, 0) != MONITOR) {
            throw garbled(bytes, "byte 0 is not 6E, the monitor's address");
        }
        int length = u8(bytes, 1) & ~LENGTH_MARK;
        if ((u8(bytes, 1) & LENGTH_MARK) == 0 || length > MOST || length + AROUND > bytes.length) {
            throw garbled(bytes, "byte 1 is no length within " + bytes.length + " bytes");
        }
        int end = length + 2;
        if (checksum(VIRTUAL_COMPUTER, bytes, end) != u8(bytes, end)) {
            throw garbled(bytes, "byte " + end + " is not the checksum");
        }
        return new DdcMessage(Arrays.copyOfRange(bytes, 2, end));
    }

    /** Whether the monitor says nothing: it is busy, asleep, or does not know what it was asked. */
    public boolean isNull() {
        return payload.length == 0;
    }

    /** Whether this is a message of that kind with at least {@code length} bytes of data. */
    boolean is(int opcode, int length) {
        return payload.length > length && u8(payload, 0) == opcode;
    }

    /** Byte of the data, 0 to 255. */
    int data(int index) {
        return u8(payload, index + 1);
    }

    /** The data from a byte on. */
    byte[] dataFrom(int index) {
        return Arrays.copyOfRange(payload, index + 1, payload.length);
    }

    @Override
    public String toString() {
        return "DdcMessage[" + hex(payload) + "]";
    }

    private static DdcMessage of(int... bytes) {
        byte[] payload = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            payload[i] = (byte) bytes[i];
        }
        return new DdcMessage(payload);
    }

    private static int checksum(int start, byte[] bytes, int end) {
        int sum = start;
        for (int i = 0; i < end; i++) {
            sum ^= u8(bytes, i);
        }
        return sum;
    }

    private static DeviceException garbled(byte[] bytes, String problem) {
        return new DeviceException("device.garbled", "DDC/CI reply " + hex(bytes), problem);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, MOST + AROUND));
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
