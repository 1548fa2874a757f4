package org.candela.dicom.object.document;

import java.time.LocalDateTime;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectHeader;

/** Writes PDFs as objects of a study (PS3.3 A.45.1, C.24.2). Stateless; safe from any thread. */
public final class EncapsulatedPdfWriter {
    private static final int ACQUISITION_DATE_TIME = 0x0008002A;
    private static final int CONVERSION_TYPE = 0x00080064;
    private static final int BURNED_IN_ANNOTATION = 0x00280301;
    private static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;

    private EncapsulatedPdfWriter() {}

    /**
     * What the document is.
     *
     * @param concept as LOINC 18748-4
     * @param created written to the second
     */
    public record About(Code concept, LocalDateTime created) {}

    // [impl->req~dicom-object.pdf-write~1]
    /**
     * The PDF as an object of its own; it shows the patient's name.
     *
     * @param header patient and study, as an image of the study has them
     */
    public static Attributes write(EncapsulatedPdf pdf, About about, Attributes header, ObjectHeader.Place place) {
        Attributes target = ObjectHeader.of(
                header, new ObjectHeader.Kind(EncapsulatedPdf.SOP_CLASS, "DOC"), pdf.sopInstanceUid(), place);
        ObjectHeader.setMoment(target, Tag.ContentDate, Tag.ContentTime, about.created());
        target.set(ACQUISITION_DATE_TIME, VR.DT)
                .set(CONVERSION_TYPE, VR.CS, "WSD")
                .set(BURNED_IN_ANNOTATION, VR.CS, "YES")
                .set(Tag.DocumentTitle, VR.ST, pdf.title())
                .set(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf")
                .setNumbers(ENCAPSULATED_DOCUMENT_LENGTH, VR.UL, pdf.bytes().length)
                .setBytes(Tag.EncapsulatedDocument, VR.OB, pdf.bytes());
        about.concept().putInto(target, Tag.ConceptNameCodeSequence);
        return ObjectHeader.withOneCharacterSet(target);
    }
}
