package org.candela.viewer.document;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.viewer.stack.StudyBanner;

/**
 * A document of the open case, as a list shows it.
 *
 * @param title never empty
 * @param author who wrote, verified or made it, as in the file; may be empty
 * @param created empty where the file does not say it
 * @param study whose it is and of which study
 */
public record CaseDocument(
        Uid sopInstanceUid,
        Kind kind,
        String title,
        String author,
        Optional<LocalDateTime> created,
        Standing standing,
        Origin origin,
        StudyBanner study,
        Path file) {
    /** What it is made of. */
    public enum Kind {
        REPORT,
        PDF,
        WAVEFORM
    }

    /** What the file says of its being verified (PS3.3 C.17.2, C.24.2). */
    public enum Standing {
        VERIFIED,
        UNVERIFIED,
        /** Marked as not complete. */
        INCOMPLETE,
        NOT_STATED
    }

    /** Of which study it is. */
    public enum Origin {
        CURRENT,
        PRIOR
    }

    /** Holds nothing of the patient, so that no log or message can. */
    @Override
    public String toString() {
        return "CaseDocument[" + kind + "]";
    }
}
