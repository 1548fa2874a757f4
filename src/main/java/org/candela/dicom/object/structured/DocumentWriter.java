package org.candela.dicom.object.structured;

import java.time.LocalDateTime;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;

/** What all structured documents have around their content tree (PS3.3 C.17.1, C.17.2, C.17.6). */
final class DocumentWriter {
    private final List<Attributes> images;
    private final ObjectHeader.Place place;

    /**
     * For documents about {@code images}, whose headers these are.
     *
     * @param images at least one; patient and study are those of the first
     */
    DocumentWriter(List<Attributes> images, ObjectHeader.Place place) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("a document about no image");
        }
        this.images = List.copyOf(images);
        this.place = place;
    }

    /** What a document is. */
    record Head(ObjectHeader.Kind kind, Uid sopInstanceUid, LocalDateTime created, String template) {}

    Attributes write(Head head, ContentItem root) {
        Evidence evidence = Evidence.of(images);
        evidence.requireAllOf(root);
        Attributes target = ObjectHeader.of(images.get(0), head.kind(), head.sopInstanceUid(), place);
        ObjectHeader.setMoment(target, Tag.ContentDate, Tag.ContentTime, head.created());
        target.setItems(DocumentTag.ReferencedPerformedProcedureStepSequence, List.of())
                .setItems(DocumentTag.CurrentRequestedProcedureEvidenceSequence, evidence.items())
                .setItems(
                        DocumentTag.ContentTemplateSequence,
                        List.of(new Attributes()
                                .set(DocumentTag.MappingResource, VR.CS, "DCMR")
                                .set(DocumentTag.TemplateIdentifier, VR.CS, head.template())));
        ContentWriter.write(root, target);
        return ObjectHeader.withOneCharacterSet(target);
    }

    /** The same for reports, which have flags; complete, and verified by nobody: a signature is not a matter of a file. */
    Attributes writeReport(Head head, ContentItem root) {
        return write(head, root)
                .setItems(DocumentTag.PerformedProcedureCodeSequence, List.of())
                .set(Tag.CompletionFlag, VR.CS, "COMPLETE")
                .set(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
    }
}
