package org.candela.dicom.object.structured;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;

/**
 * A structured document (PS3.3 A.35): its content tree and what is known of the document itself.
 *
 * <p>Immutable.
 *
 * @param identity which document it is
 * @param status how far it is
 * @param content the root, a container
 * @param evidence objects that the document names, with the study and series they are in
 * @param warnings what could not be understood; in English and without patient data
 */
public record StructuredReport(
        Identity identity, Status status, ContentItem content, Evidence evidence, List<String> warnings) {
    public StructuredReport {
        warnings = warnings.stream().distinct().toList();
    }

    /**
     * Which document it is.
     *
     * @param template identifier of the template, as {@code "1500"}; empty when not stated
     * @param created Content Date and Time; empty when not stated
     */
    public record Identity(Uid sopClassUid, Uid sopInstanceUid, String template, Optional<LocalDateTime> created) {}

    /**
     * How far the document is (C.17.2).
     *
     * @param isComplete Completion Flag is COMPLETE
     * @param isVerified Verification Flag is VERIFIED
     * @param verifiers names of those who attest to it
     */
    public record Status(boolean isComplete, boolean isVerified, List<String> verifiers) {
        public Status {
            verifiers = List.copyOf(verifiers);
        }
    }

    /** Who attests to it, else who observed, as in the file; empty when neither is stated. */
    public String author() {
        return status.verifiers().isEmpty()
                ? ContentItems.observerOf(content)
                : status.verifiers().get(0);
    }

    /** What the document is: the name of its root; its SOP class where that has none. */
    public String title() {
        return content.name().map(Code::meaning).orElse("Document");
    }
}
