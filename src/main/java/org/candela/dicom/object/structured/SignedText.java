package org.candela.dicom.object.structured;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectReference;

/**
 * What a report in words is as a signed document, beside its text (PS3.3 C.17.2).
 *
 * @param stage how far the text is
 * @param verified who answers for it; empty where nobody does. Only a complete text can be verified
 * @param request what it answers; nothing is written of an empty number
 * @param predecessors documents that this one takes the place of, or adds to
 */
public record SignedText(
        Stage stage, Optional<Verification> verified, Request request, List<Predecessor> predecessors) {
    public SignedText {
        predecessors = List.copyOf(predecessors);
        if (verified.isPresent() && stage == Stage.PRELIMINARY) {
            throw new IllegalArgumentException("only a complete text can be verified (PS3.3 C.17.2)");
        }
    }

    /** Preliminary Flag (0040,A496) and Completion Flag (0040,A491). */
    public enum Stage {
        /** PRELIMINARY and PARTIAL: a final text follows. */
        PRELIMINARY("PRELIMINARY", "PARTIAL"),
        /** FINAL and COMPLETE. */
        FINAL("FINAL", "COMPLETE");

        private final String preliminary;
        private final String completion;

        Stage(String preliminary, String completion) {
            this.preliminary = preliminary;
            this.completion = completion;
        }

        String preliminary() {
            return preliminary;
        }

        String completion() {
            return completion;
        }
    }

    /**
     * Who verified.
     *
     * @param observer a person's name, as {@code DOE^JANE}
     * @param organization may be empty; then "unknown" is written, since it must not be
     */
    public record Verification(String observer, String organization, OffsetDateTime at) {}

    /** The order (Referenced Request Sequence). Numbers are empty when unknown. */
    public record Request(
            Uid studyInstanceUid,
            String accessionNumber,
            String placerNumber,
            String fillerNumber,
            Optional<Code> procedure,
            String description) {}

    /** A document before this one. */
    public record Predecessor(Uid studyInstanceUid, Uid seriesInstanceUid, ObjectReference document) {}
}
