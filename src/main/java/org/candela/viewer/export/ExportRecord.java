package org.candela.viewer.export;

import java.util.Set;
import org.candela.base.CandelaException;

/** Where it is kept that a reader saw the pictures and let them leave. */
@FunctionalInterface
public interface ExportRecord {
    /**
     * What a reader confirmed; nothing of the patient.
     *
     * @param subject hashed UID of the study, or what else was exported
     * @param pictures frames that leave
     * @param risks of their pixels, which the reader was told
     */
    record Confirmation(String subject, ExportForm form, int pictures, Set<PixelRisk> risks) {
        public Confirmation {
            risks = Set.copyOf(risks);
        }
    }

    /** Keeps it before anything leaves; when it cannot be kept, nothing may leave. Blocks on the disk. */
    void confirmed(Confirmation confirmation) throws CandelaException;
}
