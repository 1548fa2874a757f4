package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;

/** Data sets of messages to bytes and back, and what stands before one in a file. */
final class DataSets {
    private static final int PREAMBLE = 128;
    private static final int GROUP_LENGTH = 12;
    private static final byte[] DICM = {'D', 'I', 'C', 'M'};

    private DataSets() {}

    static byte[] encode(Attributes dataSet, Uid syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.writeDataSet(dataSet, TransferSyntax.of(syntax), out);
        return out.toByteArray();
    }

    static Attributes decode(byte[] bytes, Uid syntax) throws IOException, DicomFormatException {
        return DicomReader.readDataSet(bytes, TransferSyntax.of(syntax), "message")
                .dataSet();
    }

    /** Preamble and File Meta Information (PS3.10 §7.1) of an object whose data set follows as it comes. */
    static byte[] head(Uid sopClass, Uid sopInstance, Uid syntax) {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        meta.writeBytes(new byte[] {2, 0, 1, 0, 'O', 'B', 0, 0, 2, 0, 0, 0, 0, 1}); // version 1
        uid(meta, 0x02, sopClass);
        uid(meta, 0x03, sopInstance);
        uid(meta, 0x10, syntax);
        uid(meta, 0x12, UID.Implementation);
        byte[] elements = meta.toByteArray();
        return ByteBuffer.allocate(PREAMBLE + DICM.length + GROUP_LENGTH + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(PREAMBLE)
                .put(DICM)
                .put(new byte[] {2, 0, 0, 0, 'U', 'L', 4, 0})
                .putInt(elements.length)
                .put(elements)
                .array();
    }

    private static void uid(ByteArrayOutputStream out, int element, Uid uid) {
        byte[] value = uid.value().getBytes(StandardCharsets.US_ASCII);
        int even = value.length + value.length % 2;
        out.writeBytes(new byte[] {2, 0, (byte) element, 0, 'U', 'I', (byte) even, 0});
        out.writeBytes(java.util.Arrays.copyOf(value, even));
    }
}
