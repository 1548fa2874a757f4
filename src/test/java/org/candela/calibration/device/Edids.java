package org.candela.calibration.device;

import java.nio.charset.StandardCharsets;

/** EDID blocks for tests: a right checksum around the fields that a test asks for. */
public final class Edids {
    private Edids() {}

    /** A base block of 128 bytes. */
    public static byte[] block(String manufacturer, int product, long serial, String name) {
        byte[] block = new byte[Edid.BLOCK];
        byte[] header = {0, -1, -1, -1, -1, -1, -1, 0};
        System.arraycopy(header, 0, block, 0, header.length);
        int letters = ((manufacturer.charAt(0) - '@') << 10)
                | ((manufacturer.charAt(1) - '@') << 5)
                | (manufacturer.charAt(2) - '@');
        block[8] = (byte) (letters >> 8);
        block[9] = (byte) letters;
        block[10] = (byte) product;
        block[11] = (byte) (product >> 8);
        for (int i = 0; i < 4; i++) {
            block[12 + i] = (byte) (serial >> (8 * i));
        }
        block[17] = 34;
        block[18] = 1;
        block[19] = 4;
        block[21] = 52;
        block[22] = 32;
        int at = 54;
        block[at + 3] = (byte) 0xFC;
        byte[] text = (name + "\n            ").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, block, at + 5, 13);
        return sealed(block);
    }

    /** The block with the last byte that makes it sum to zero. */
    public static byte[] sealed(byte[] block) {
        byte[] sealed = block.clone();
        int sum = 0;
        for (int i = 0; i < Edid.BLOCK - 1; i++) {
            sum += sealed[i];
        }
        sealed[Edid.BLOCK - 1] = (byte) -sum;
        return sealed;
    }
}
