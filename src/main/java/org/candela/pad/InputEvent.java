package org.candela.pad;

import java.nio.ByteBuffer;

/**
 * One event of a Linux input device (struct input_event of linux/input.h on 64-bit systems).
 *
 * @param type as {@code EV_KEY}
 * @param code as {@code REL_DIAL}
 */
record InputEvent(int type, int code, int value) {
    /** Two longs of time, type, code, value. */
    static final int BYTES = 24;

    static final int EV_SYN = 0;
    static final int EV_KEY = 1;
    static final int EV_REL = 2;
    static final int REL_DIAL = 7;
    static final int REL_WHEEL = 8;

    private static final int TYPE = 16;
    private static final int CODE = 18;
    private static final int VALUE = 20;

    /** Reads the event at {@code offset}; {@code buffer} has the byte order of the machine. */
    static InputEvent at(ByteBuffer buffer, int offset) {
        return new InputEvent(
                Short.toUnsignedInt(buffer.getShort(offset + TYPE)),
                Short.toUnsignedInt(buffer.getShort(offset + CODE)),
                buffer.getInt(offset + VALUE));
    }
}
