package org.candela.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** A small picture with slopes, noise and both ends of its range, in one cell of the table. */
record TestImage(Colour colour, Bits bits) {
    static final int COLUMNS = 40;
    static final int ROWS = 26;
    private static final int ENTRIES = 256;

    /** Sample values, row-major, samples of a pixel together. */
    double[] values() {
        double[] values = new double[COLUMNS * ROWS * colour.samples()];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / colour.samples();
            values[i] = value(pixel % COLUMNS, pixel / COLUMNS, i % colour.samples());
        }
        return values;
    }

    private double value(int x, int y, int component) {
        boolean sharesColour = colour == Colour.YBR_FULL_422 && component > 0;
        double fraction = fraction(sharesColour ? x & ~1 : x, y, component);
        if (bits == Bits.FLOAT) {
            return (float) ((fraction - 0.4) * 3e7);
        }
        if (bits == Bits.DOUBLE) {
            return (fraction - 0.4) * 1e300;
        }
        double most = Math.pow(2, bits.stored()) - 1;
        return Math.rint(fraction * most) - (bits.isSigned() ? Math.pow(2, bits.stored() - 1) : 0);
    }

    /** From 0 to 1, both included. */
    private static double fraction(int x, int y, int component) {
        if (y == 0 && x < 8) {
            return x / 4 == 0 ? 0 : 1;
        }
        double slope = (x + 1.5 * y + 3 * component) / (COLUMNS + 1.5 * ROWS + 9);
        double noise = (x * 7919 + y * 104_729 + component * 1299 + x * y * 31) % 61 / 61.0;
        double edge = x > COLUMNS / 2 && y < ROWS / 2 ? 0.3 : 0;
        return Math.min(1, 0.6 * slope + 0.08 * noise + edge);
    }

    /** Everything but the pixels. */
    Attributes header() {
        Attributes header = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.3680043.8.498.1")
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^CONFORMANCE")
                .set(Tag.PatientID, VR.LO, "SYN-0")
                .set(Tag.Modality, VR.CS, "OT")
                .setNumbers(Tag.SamplesPerPixel, VR.US, colour.samples())
                .set(Tag.PhotometricInterpretation, VR.CS, colour.term())
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, bits.allocated());
        if (colour.samples() > 1) {
            header.setNumbers(Tag.PlanarConfiguration, VR.US, colour.isPlanar() ? 1 : 0);
        }
        if (!bits.isFloat()) {
            header.setNumbers(Tag.BitsStored, VR.US, bits.stored())
                    .setNumbers(Tag.HighBit, VR.US, bits.stored() - 1)
                    .setNumbers(Tag.PixelRepresentation, VR.US, bits.isSigned() ? 1 : 0);
        }
        if (colour.isPalette()) {
            addPalette(header);
        }
        return header;
    }

    /** Red rises, green falls, blue stays; the same in plain and in segmented form (PS3.3 C.7.9.2). */
    private void addPalette(Attributes header) {
        int[] descriptors = {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor
        };
        int[] plain = {
            Tag.RedPaletteColorLookupTableData,
            Tag.GreenPaletteColorLookupTableData,
            Tag.BluePaletteColorLookupTableData
        };
        int[] segmented = {
            Tag.SegmentedRedPaletteColorLookupTableData,
            Tag.SegmentedGreenPaletteColorLookupTableData,
            Tag.SegmentedBluePaletteColorLookupTableData
        };
        int[][] ends = {{0, 65535}, {65535, 0}, {0x8080, 0x8080}};
        for (int i = 0; i < ends.length; i++) {
            header.setNumbers(descriptors[i], bits.isSigned() ? VR.SS : VR.US, ENTRIES, 0, 16);
            if (colour == Colour.PALETTE_SEGMENTED) {
                header.setBytes(segmented[i], VR.OW, words(0, 1, ends[i][0], 1, ENTRIES - 1, ends[i][1]));
            } else {
                int[] entries = new int[ENTRIES];
                for (int j = 0; j < ENTRIES; j++) {
                    entries[j] = ends[i][0] + (ends[i][1] - ends[i][0]) * j / (ENTRIES - 1);
                }
                header.setBytes(plain[i], VR.OW, words(entries));
            }
        }
    }

    /** Opaque ARGB of {@code stored} by the palette. */
    static int paletteArgb(int stored) {
        int entry = Math.max(0, Math.min(ENTRIES - 1, stored));
        return 0xFF000000 | entry << 16 | (ENTRIES - 1 - entry) << 8 | 0x80;
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.array();
    }

    /** The samples as Pixel Data without compression, little endian (PS3.5 8.1.1). */
    byte[] nativeBytes() {
        if (bits == Bits.ONE) {
            return packedBits();
        }
        double[] values = values();
        double[] arranged = colour.isPlanar() ? planes() : colour == Colour.YBR_FULL_422 ? pairs(values) : values;
        return cells(arranged);
    }

    private byte[] packedBits() {
        double[] values = values();
        byte[] packed = new byte[(values.length + 7) / 8];
        for (int i = 0; i < values.length; i++) {
            packed[i / 8] |= (byte) ((int) values[i] << i % 8);
        }
        return packed;
    }

    /** Component after component. */
    double[] planes() {
        double[] values = values();
        double[] planes = new double[values.length];
        int pixels = values.length / colour.samples();
        for (int i = 0; i < values.length; i++) {
            planes[i % colour.samples() * pixels + i / colour.samples()] = values[i];
        }
        return planes;
    }

    /** Y Y Cb Cr for two pixels (PS3.3 C.7.6.3.1.2). */
    private static double[] pairs(double[] values) {
        double[] pairs = new double[values.length / 3 * 2];
        for (int i = 0; i < pairs.length; i += 4) {
            int pixel = i / 4 * 6;
            pairs[i] = values[pixel];
            pairs[i + 1] = values[pixel + 3];
            pairs[i + 2] = values[pixel + 1];
            pairs[i + 3] = values[pixel + 2];
        }
        return pairs;
    }

    /** Each value in a cell of Bits Allocated, little endian; bits above Bits Stored repeat the sign. */
    byte[] cells(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * bits.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (bits) {
                case FLOAT -> bytes.putFloat((float) value);
                case DOUBLE -> bytes.putDouble(value);
                case U32, S32 -> bytes.putInt((int) (long) value);
                case ONE, U8, S8 -> bytes.put((byte) (int) value);
                default -> bytes.putShort((short) (int) value);
            }
        }
        return bytes.array();
    }

    /** Values from such cells; the sign is extended from Bits Stored. */
    double[] ofCells(byte[] cells) {
        ByteBuffer bytes = ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[cells.length / bits.bytes()];
        int unused = Integer.SIZE - bits.stored();
        for (int i = 0; i < values.length; i++) {
            int cell = bits.bytes() == 1 ? bytes.get() : bits.bytes() == 2 ? bytes.getShort() : bytes.getInt();
            int value = bits.isSigned() ? cell << unused >> unused : cell << unused >>> unused;
            values[i] = bits == Bits.U32 ? Integer.toUnsignedLong(value) : value;
        }
        return values;
    }

    @Override
    public String toString() {
        return colour + " " + bits.title();
    }
}
