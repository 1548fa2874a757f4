package org.candela.displayqa.measure;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.candela.base.Sha256;
import org.candela.image.DisplayLut;

/** A display table as bytes: one big-endian ARGB integer an entry, darkest first. */
public final class LutBytes {
    private LutBytes() {}

    /** The bytes of a table. */
    public static byte[] of(DisplayLut lut) {
        ByteBuffer bytes = ByteBuffer.allocate(lut.size() * Integer.BYTES);
        for (int entry = 0; entry < lut.size(); entry++) {
            bytes.putInt(lut.argb((int) Math.round((double) entry * DisplayLut.MAX_P_VALUE / (lut.size() - 1))));
        }
        return bytes.array();
    }

    /** The table of such bytes. */
    public static DisplayLut read(byte[] bytes) {
        IntBuffer entries = ByteBuffer.wrap(bytes).asIntBuffer();
        int[] argb = new int[entries.remaining()];
        entries.get(argb);
        return DisplayLut.of(argb);
    }

    /** Their SHA-256, lower-case hexadecimal. */
    public static String sha256(DisplayLut lut) {
        return Sha256.hex(of(lut));
    }
}
