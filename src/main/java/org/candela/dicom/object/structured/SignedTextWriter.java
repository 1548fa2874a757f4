package org.candela.dicom.object.structured;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.SeriesReference;

/** Writes signed reports in words as Basic Text SR (PS3.3 A.35.1, C.17.2; PS3.16 TID 2000). Stateless. */
public final class SignedTextWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);

    private SignedTextWriter() {}

    /**
     * What a document is about.
     *
     * @param header patient and study, as an image of the study has them
     * @param evidence all objects of the study that are known; may be none
     */
    public record Subject(Attributes header, Evidence evidence) {}

    // [impl->req~dicom-object.signed-text~1]
    /** The report as an object of its own. */
    public static Attributes write(TextReport report, SignedText signed, Subject subject, ObjectHeader.Place place) {
        Attributes target = TextReportWriter.write(report, subject, place);
        target.set(Tag.CompletionFlag, VR.CS, signed.stage().completion())
                .set(DocumentTag.PreliminaryFlag, VR.CS, signed.stage().preliminary())
                .set(Tag.VerificationFlag, VR.CS, signed.verified().isPresent() ? "VERIFIED" : "UNVERIFIED")
                .setItems(DocumentTag.ReferencedRequestSequence, List.of(request(signed.request())));
        signed.verified()
                .ifPresent(by -> target.setItems(DocumentTag.VerifyingObserverSequence, List.of(observer(by))));
        if (!signed.predecessors().isEmpty()) {
            target.setItems(
                    DocumentTag.PredecessorDocumentsSequence,
                    signed.predecessors().stream()
                            .map(SignedTextWriter::predecessor)
                            .toList());
        }
        return ObjectHeader.withOneCharacterSet(target);
    }

    /** Type 1 but the code of the observer, which nobody told us: type 2, empty. */
    private static Attributes observer(SignedText.Verification by) {
        return new Attributes()
                .set(
                        DocumentTag.VerifyingOrganization,
                        VR.LO,
                        by.organization().isBlank() ? "unknown" : by.organization())
                .set(DocumentTag.VerificationDateTime, VR.DT, MOMENT.format(by.at()))
                .set(DocumentTag.VerifyingObserverName, VR.PN, by.observer())
                .setItems(DocumentTag.VerifyingObserverIdentificationCodeSequence, List.of());
    }

    private static Attributes request(SignedText.Request request) {
        Attributes item = new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, request.studyInstanceUid().value())
                .setItems(DocumentTag.ReferencedStudySequence, List.of())
                .set(Tag.RequestedProcedureID, VR.SH)
                .set(Tag.RequestedProcedureDescription, VR.LO, request.description())
                .setItems(
                        Tag.RequestedProcedureCodeSequence,
                        request.procedure().map(code -> code.item()).stream().toList());
        number(item, Tag.AccessionNumber, VR.SH, request.accessionNumber());
        number(item, DocumentTag.PlacerOrderNumberImagingServiceRequest, VR.LO, request.placerNumber());
        number(item, DocumentTag.FillerOrderNumberImagingServiceRequest, VR.LO, request.fillerNumber());
        return item;
    }

    /** Type 2: there, be it empty. */
    private static void number(Attributes item, int tag, VR vr, String value) {
        if (value.isBlank()) {
            item.set(tag, vr);
        } else {
            item.set(tag, vr, value);
        }
    }

    private static Attributes predecessor(SignedText.Predecessor before) {
        SeriesReference series = new SeriesReference(before.seriesInstanceUid(), List.of(before.document()));
        return new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, before.studyInstanceUid().value())
                .setItems(Tag.ReferencedSeriesSequence, List.of(series.item(Tag.ReferencedSOPSequence)));
    }
}
