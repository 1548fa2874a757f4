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
    private final Attributes header;
    private final Evidence evidence;
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
        this.header = images.get(0);
        this.evidence = Evidence.of(images);
        this.place = place;
    }

    /** For documents about {@code subject}, of which perhaps no object is known. */
    DocumentWriter(SignedTextWriter.Subject subject, ObjectHeader.Place place) {
        this.header = subject.header();
        this.evidence = subject.evidence();
        this.place = place;
    }

    /** What a document is. */
    record Head(ObjectHeader.Kind kind, Uid sopInstanceUid, LocalDateTime created, String template) {}

    Attributes write(Head head, ContentItem root) {
        evidence.requireAllOf(root);
        Attributes target = ObjectHeader.of(header, head.kind(), head.sopInstanceUid(), place);
        ObjectHeader.setMoment(target, Tag.ContentDate, Tag.ContentTime, head.created());
        if (!evidence.studies().isEmpty()) {
            target.setItems(DocumentTag.CurrentRequestedProcedureEvidenceSequence, evidence.items());
        }
        target.setItems(DocumentTag.ReferencedPerformedProcedureStepSequence, List.of())
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
