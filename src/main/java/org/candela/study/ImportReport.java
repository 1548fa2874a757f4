package org.candela.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.base.Uid;

/**
 * What an import did.
 *
 * @param admitted objects new to the library
 * @param alreadyHere objects it had, byte for byte
 * @param studies studies that any of these belong to
 * @param refused files not taken, each with its reason, in the order met
 */
public record ImportReport(int admitted, int alreadyHere, Set<Uid> studies, List<Refusal> refused) {
    /**
     * A file not taken.
     *
     * @param code stable, as {@code "dicom.truncated"}
     */
    public record Refusal(Path file, String code, String reason) {}

    public ImportReport {
        studies = Set.copyOf(studies);
        refused = List.copyOf(refused);
    }
}
