package org.candela.viewer.print;

import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.viewer.export.PixelRisk;
import org.candela.viewer.print.SheetPlan.Patient;

/** Keeps that a reader let sheets leave. Called before they do. */
@FunctionalInterface
public interface PrintRecord {
    /**
     * What leaves.
     *
     * @param subject what the sheets are of, without patient data
     * @param target "file" or "printer"
     * @param risks why pixels may tell whose they are
     */
    record Confirmation(String subject, String target, int sheets, Patient patient, Set<PixelRisk> risks) {
        public Confirmation {
            risks = Set.copyOf(risks);
        }
    }

    /** Keeps it. Blocks on the store. */
    void confirmed(Confirmation confirmation) throws CandelaException;
}
