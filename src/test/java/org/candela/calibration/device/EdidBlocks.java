package org.candela.calibration.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** EDID blocks of monitors that do not exist (VESA E-EDID 1.4 §3). */
public final class EdidBlocks {
    private static final int PRODUCT = 0x0D1A;
    private static final int YEAR = 2024;

    private EdidBlocks() {}

    /** A monitor of a maker and model of our own, with a number of its own; 0 for none. */
    public static byte[] withSerial(int serial) {
        return of(PRODUCT, serial, "TEST DIAG");
    }

    /** A block with a right checksum. */
    public static byte[] of(int product, int serial, String name) {
        ByteBuffer block = ByteBuffer.allocate(Edid.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        block.putLong(0, 0x00FFFFFFFFFFFF00L);
        // "CDL": 3, 4, 12 in five bits each, big-endian
        block.put(8, (byte) 0x0C).put(9, (byte) 0x8C);
        block.putShort(10, (short) product).putInt(12, serial);
        block.put(16, (byte) 12).put(17, (byte) (YEAR - 1990)).put(18, (byte) 1).put(19, (byte) 4);
        block.put(57, (byte) 0xFC);
        byte[] text = (name + "\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 13; i++) {
            block.put(59 + i, i < text.length ? text[i] : (byte) ' ');
        }
        int sum = 0;
        for (byte one : block.array()) {
            sum += one;
        }
        return block.put(127, (byte) -sum).array();
    }
}
