package org.candela.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Samples in the plain files that coders of JPEG 2000 take and give. */
final class Raw {
    private Raw() {}

    /** Component after component, little endian: one byte a sample up to 8 bits, else two. */
    static byte[] planes(TestImage image) {
        double[] planes = image.planes();
        ByteBuffer bytes = ByteBuffer.allocate(planes.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : planes) {
            if (image.bits().stored() <= 8) {
                bytes.put((byte) (int) value);
            } else {
                bytes.putShort((short) (int) value);
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Back from {@link #planes}: samples of a pixel together. */
    static double[] ofPlanes(TestImage image, byte[] planes) {
        int width = image.bits().stored() <= 8 ? 1 : 2;
        ByteBuffer bytes = ByteBuffer.wrap(planes).order(ByteOrder.LITTLE_ENDIAN);
        int components = image.colour().samples();
        double[] values = new double[planes.length / width];
        int pixels = values.length / components;
        for (int i = 0; i < values.length; i++) {
            int cell = width == 1 ? bytes.get() : bytes.getShort();
            values[i % pixels * components + i / pixels] = stored(image.bits(), cell);
        }
        return values;
    }

    private static int stored(Bits bits, int cell) {
        int unused = Integer.SIZE - bits.stored();
        return bits.isSigned() ? cell << unused >> unused : cell << unused >>> unused;
    }

    /** Back from {@link #netpbm}. */
    static double[] ofNetpbm(TestImage image, byte[] file) {
        int width = image.bits().stored() <= 8 ? 1 : 2;
        double[] values =
                new double[TestImage.COLUMNS * TestImage.ROWS * image.colour().samples()];
        ByteBuffer bytes = ByteBuffer.wrap(file);
        bytes.position(file.length - values.length * width);
        for (int i = 0; i < values.length; i++) {
            values[i] = width == 1 ? bytes.get() & 0xFF : bytes.getShort() & 0xFFFF;
        }
        return values;
    }

    /** PGM or PPM: big endian, unsigned. */
    static byte[] netpbm(TestImage image) {
        double[] values = image.values();
        int most = (1 << image.bits().stored()) - 1;
        String head = (image.colour().samples() == 1 ? "P5" : "P6") + "\n" + TestImage.COLUMNS + " " + TestImage.ROWS
                + "\n" + most + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(head.length() + 2 * values.length);
        bytes.put(head.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (most > 255) {
                bytes.putShort((short) (int) value);
            } else {
                bytes.put((byte) (int) value);
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
