package org.candela.net.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A DIMSE command set (PS3.7 §6.3.1): group 0000 in implicit VR little endian. One thread. */
final class CommandSet {
    static final int AFFECTED_CLASS = 0x0002;
    static final int REQUESTED_CLASS = 0x0003;
    static final int FIELD = 0x0100;
    static final int MESSAGE_ID = 0x0110;
    static final int RESPONDED_ID = 0x0120;
    static final int DESTINATION = 0x0600;
    static final int ATTRIBUTES = 0x1005;
    static final int PRIORITY = 0x0700;
    static final int DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;
    static final int COMMENT = 0x0902;
    static final int AFFECTED_INSTANCE = 0x1000;
    static final int REQUESTED_INSTANCE = 0x1001;
    static final int EVENT_TYPE = 0x1002;
    static final int ACTION_TYPE = 0x1008;
    static final int REMAINING = 0x1020;
    static final int COMPLETED = 0x1021;
    static final int FAILED = 0x1022;
    static final int WARNING = 0x1023;

    static final int C_STORE = 0x0001;
    static final int C_GET = 0x0010;
    static final int C_FIND = 0x0020;
    static final int C_MOVE = 0x0021;
    static final int C_ECHO = 0x0030;
    static final int N_EVENT_REPORT = 0x0100;
    static final int N_GET = 0x0110;
    static final int N_SET = 0x0120;
    static final int N_CREATE = 0x0140;
    static final int N_ACTION = 0x0130;
    static final int C_CANCEL = 0x0FFF;
    static final int RESPONSE = 0x8000;

    static final int UNRECOGNIZED_OPERATION = 0x0211;
    static final int NO_DATA_SET = 0x0101;
    /** Real ones have some hundred bytes. */
    static final int MAX_BYTES = 1 << 16;

    private final Map<Integer, byte[]> elements = new TreeMap<>();

    /** A command without a data set. */
    static CommandSet of(int field) {
        return new CommandSet().number(FIELD, field).number(DATA_SET_TYPE, NO_DATA_SET);
    }

    /** The answer to {@code request}, without a data set. */
    static CommandSet answer(CommandSet request, int status) {
        CommandSet answer = of(request.number(FIELD) | RESPONSE)
                .number(RESPONDED_ID, request.number(MESSAGE_ID))
                .number(STATUS, status);
        for (int element : new int[] {AFFECTED_CLASS, AFFECTED_INSTANCE, EVENT_TYPE, ACTION_TYPE}) {
            if (request.elements.containsKey(element)) {
                answer.elements.put(element, request.elements.get(element));
            }
        }
        // PS3.7 §10.3: N-services that name what is requested are answered with what is affected.
        copy(request, REQUESTED_CLASS, answer, AFFECTED_CLASS);
        copy(request, REQUESTED_INSTANCE, answer, AFFECTED_INSTANCE);
        return answer;
    }

    private static void copy(CommandSet from, int element, CommandSet to, int other) {
        byte[] value = from.elements.get(element);
        if (value != null) {
            to.elements.put(other, value);
        }
    }

    CommandSet number(int element, int value) {
        elements.put(element, new byte[] {(byte) value, (byte) (value >> 8)});
        return this;
    }

    CommandSet text(int element, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        // An AE title is padded by a space, a UID by NUL (PS3.5 §6.2).
        byte[] even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        if (even.length > bytes.length && element == DESTINATION) {
            even[bytes.length] = ' ';
        }
        elements.put(element, even);
        return this;
    }

    /** Attribute identifiers (VR AT). */
    CommandSet tags(int element, List<Integer> tags) {
        ByteBuffer value = ByteBuffer.allocate(tags.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        tags.forEach(tag -> value.putShort((short) (tag >>> 16)).putShort((short) (int) tag));
        elements.put(element, value.array());
        return this;
    }

    /** 0 when absent. */
    int number(int element) {
        byte[] bytes = elements.getOrDefault(element, new byte[0]);
        return bytes.length < 2 ? 0 : (bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8;
    }

    boolean contains(int element) {
        return elements.containsKey(element);
    }

    /** Empty when absent. */
    String text(int element) {
        String text = new String(elements.getOrDefault(element, new byte[0]), StandardCharsets.ISO_8859_1);
        return text.replace('\0', ' ').strip();
    }

    boolean hasDataSet() {
        return elements.containsKey(DATA_SET_TYPE) && number(DATA_SET_TYPE) != NO_DATA_SET;
    }

    byte[] encode() {
        int length =
                elements.values().stream().mapToInt(value -> value.length + 8).sum();
        ByteBuffer out = ByteBuffer.allocate(length + 12).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0).putInt(4).putInt(length);
        elements.forEach((element, value) -> out.putShort((short) 0)
                .putShort((short) (int) element)
                .putInt(value.length)
                .put(value));
        return out.array();
    }

    static CommandSet decode(byte[] bytes) throws PduException {
        CommandSet command = new CommandSet();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 8) {
            int group = in.getShort() & 0xFFFF;
            int element = in.getShort() & 0xFFFF;
            int length = in.getInt();
            if (group != 0 || length < 0 || length > in.remaining()) {
                throw new PduException(PduException.INVALID_PARAMETER, "a command set is broken");
            }
            byte[] value = new byte[length];
            in.get(value);
            if (element != 0) {
                command.elements.put(element, value);
            }
        }
        if (!command.contains(FIELD)) {
            throw new PduException(PduException.INVALID_PARAMETER, "a command set without a command field");
        }
        return command;
    }
}
