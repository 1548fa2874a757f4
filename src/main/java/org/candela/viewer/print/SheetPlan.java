package org.candela.viewer.print;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExportPlan.Burn;

/**
 * What is printed, and how.
 *
 * @param exhibits in the order in which they are laid on sheets
 * @param burn drawn into pictures
 */
public record SheetPlan(List<Exhibit> exhibits, SheetLayout layout, Patient patient, Set<Burn> burn) {
    /** More sheets than this are a slip. */
    public static final int MOST_SHEETS = 200;

    public SheetPlan {
        exhibits = List.copyOf(exhibits);
        burn = burn.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(burn));
    }

    /** Whether sheets say whose pictures they hold. */
    public enum Patient {
        NAMED,
        /** Neither name nor number, date, accession number or free text of the file; pixels stay as they are. */
        WITHOUT
    }
}
