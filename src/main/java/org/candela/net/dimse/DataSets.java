package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;

/** Data sets of messages to bytes and back, by way of the Part 10 form that the reader and writer know. */
final class DataSets {
    private static final int PREFIX = 132;
    private static final int GROUP_LENGTH = 12;

    private DataSets() {}

    static byte[] encode(Attributes dataSet, Uid syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.of(syntax)), out);
        byte[] file = out.toByteArray();
        int group = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(PREFIX + 8);
        return Arrays.copyOfRange(file, PREFIX + GROUP_LENGTH + group, file.length);
    }

    static Attributes decode(byte[] bytes, Uid syntax) throws IOException, DicomFormatException {
        Path file = Files.createTempFile("message-", ".dcm");
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(head(new Attributes(), syntax));
            out.writeBytes(bytes);
            Files.write(file, out.toByteArray());
            return DicomReader.read(file).dataSet();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Preamble and File Meta Information of an object that follows (PS3.10 §7.1). */
    static byte[] head(Attributes identity, Uid syntax) throws IOException {
        Attributes meta = new Attributes();
        identity.string(Tag.SOPClassUID).ifPresent(uid -> meta.set(Tag.MediaStorageSOPClassUID, VR.UI, uid));
        identity.string(Tag.SOPInstanceUID).ifPresent(uid -> meta.set(Tag.MediaStorageSOPInstanceUID, VR.UI, uid));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // An empty data set in explicit form has no bytes, so that only the head is written.
        DicomWriter.write(
                new DicomFile(meta, new Attributes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, java.util.List.of()),
                out);
        return withSyntax(out.toByteArray(), syntax);
    }

    private static byte[] withSyntax(byte[] head, Uid syntax) {
        byte[] standard = element(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
        byte[] wanted = element(syntax);
        int at = indexOf(head, standard);
        ByteBuffer out = ByteBuffer.allocate(head.length - standard.length + wanted.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head, 0, at)
                .put(wanted)
                .put(head, at + standard.length, head.length - at - standard.length);
        return out.putInt(PREFIX + 8, out.capacity() - PREFIX - GROUP_LENGTH).array();
    }

    private static byte[] element(Uid syntax) {
        byte[] uid = syntax.value().getBytes(StandardCharsets.US_ASCII);
        int even = uid.length + uid.length % 2;
        return ByteBuffer.allocate(8 + even)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x0002)
                .putShort((short) 0x0010)
                .put((byte) 'U')
                .put((byte) 'I')
                .putShort((short) even)
                .put(uid)
                .array();
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int start = 0; start + part.length <= all.length; start++) {
            if (Arrays.equals(all, start, start + part.length, part, 0, part.length)) {
                return start;
            }
        }
        throw new IllegalStateException("the writer left out the transfer syntax");
    }
}
