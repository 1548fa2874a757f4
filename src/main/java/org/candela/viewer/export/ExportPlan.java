package org.candela.viewer.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candela.dicom.object.Deidentifier;

/**
 * What leaves, and how.
 *
 * @param exhibits in the order of their names, frames of one stack together
 * @param states what marks beside DICOM copies are written as, where the reader chose marks
 */
public record ExportPlan(ExportForm form, List<Exhibit> exhibits, Choices choices, MarkStates states) {
    public ExportPlan {
        exhibits = List.copyOf(exhibits);
    }

    /** Without marks beside DICOM copies. */
    public ExportPlan(ExportForm form, List<Exhibit> exhibits, Choices choices) {
        this(form, exhibits, choices, MarkStates.NONE);
    }

    /** What is burned into pictures; identity never is. */
    public enum Burn {
        /** Marks and what they measure; of DICOM copies, whose pixels stay, in presentation states beside them. */
        MARKS,
        /** Orientation letters, window, number of the picture. */
        WORDS
    }

    /**
     * What the reader chose.
     *
     * @param burn burned into PNG and films
     * @param dates what becomes of dates in DICOM copies
     * @param patient what DICOM copies keep of the patient
     */
    public record Choices(Set<Burn> burn, Deidentifier.Dates dates, Deidentifier.Characteristics patient) {
        /** Nothing burned in, no dates, nothing of the patient. */
        public static final Choices PLAIN =
                new Choices(Set.of(), Deidentifier.Dates.REMOVED, Deidentifier.Characteristics.REMOVED);

        public Choices {
            burn = burn.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(burn));
        }
    }
}
