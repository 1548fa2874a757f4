package org.candela.dicom.object.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.UnsupportedObjectException;

/**
 * A PDF in a data set (PS3.3 A.45.1, C.24).
 *
 * @param title Document Title, else the meaning of its concept name; may be empty
 * @param bytes the PDF, without the byte that pads it; not copied, and written to by nobody
 */
public record EncapsulatedPdf(Uid sopInstanceUid, String title, byte[] bytes) {
    /** Encapsulated PDF Storage. */
    public static final Uid SOP_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.104.1");

    private static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
    private static final String PDF = "application/pdf";
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** Readers of PDF find the beginning within so many bytes. */
    private static final int MAGIC_WITHIN = 1024;

    private static final long MOST_BYTES = 128L << 20;

    /** Whether objects of {@code sopClassUid} are PDFs. */
    public static boolean reads(Uid sopClassUid) {
        return SOP_CLASS.equals(sopClassUid);
    }

    // [impl->req~dicom-object.pdf-read~1]
    /**
     * The PDF in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is none, whatever its MIME type says, or has more than 128 MiB
     */
    public static EncapsulatedPdf read(Attributes dataSet) throws UnsupportedObjectException {
        if (dataSet.uid(Tag.SOPClassUID).filter(EncapsulatedPdf::reads).isEmpty()) {
            throw new UnsupportedObjectException(Tag.SOPClassUID, "no encapsulated PDF");
        }
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        String mime = dataSet.string(Tag.MIMETypeOfEncapsulatedDocument).orElse(PDF);
        if (!mime.equalsIgnoreCase(PDF)) {
            throw new UnsupportedObjectException(Tag.MIMETypeOfEncapsulatedDocument, "not " + PDF);
        }
        byte[] bytes = document(dataSet);
        if (!hasMagic(bytes)) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "does not begin as a PDF");
        }
        String title = dataSet.string(Tag.DocumentTitle)
                .or(() -> Code.in(dataSet, Tag.ConceptNameCodeSequence).map(Code::meaning))
                .orElse("");
        return new EncapsulatedPdf(instance, title, bytes);
    }

    private static byte[] document(Attributes dataSet) throws UnsupportedObjectException {
        Optional<BulkData> bulk = dataSet.bulkData(Tag.EncapsulatedDocument);
        long length = bulk.map(BulkData::length).orElse(0L);
        if (length > MOST_BYTES) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, length + " bytes are too many");
        }
        try {
            byte[] bytes = dataSet.loadBytes(Tag.EncapsulatedDocument)
                    .orElseThrow(() -> new UnsupportedObjectException(Tag.EncapsulatedDocument, "missing"));
            return dataSet.number(ENCAPSULATED_DOCUMENT_LENGTH)
                    .filter(said -> said == bytes.length - 1)
                    .map(said -> Arrays.copyOf(bytes, said.intValue()))
                    .orElse(bytes);
        } catch (IOException e) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "cannot be read: " + e.getMessage());
        }
    }

    private static boolean hasMagic(byte[] bytes) {
        int last = Math.min(MAGIC_WITHIN, bytes.length - MAGIC.length);
        for (int from = 0; from <= last; from++) {
            if (Arrays.equals(bytes, from, from + MAGIC.length, MAGIC, 0, MAGIC.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncapsulatedPdf pdf
                && sopInstanceUid.equals(pdf.sopInstanceUid)
                && title.equals(pdf.title)
                && Arrays.equals(bytes, pdf.bytes);
    }

    @Override
    public int hashCode() {
        return sopInstanceUid.hashCode();
    }
}
