package org.candela.critical;

import java.util.List;
import java.util.stream.Stream;
import org.candela.critical.CriticalPolicy.NamedFinding;

/**
 * A list to start from, until a facility gives its own: findings that facilities commonly hold to be critical. Which they are
 * is for each facility to say (Joint Commission NPSG.02.03.01, ACR DICOE CC 1.4).
 */
final class StartFindings {
    static final List<NamedFinding> LIST = List.copyOf(Stream.of(
                    of(
                            CriticalCategory.MINUTES,
                            "tension pneumothorax",
                            "pneumothorax",
                            "intracranial hemorrhage",
                            "subarachnoid hemorrhage",
                            "subdural hematoma",
                            "epidural hematoma",
                            "midline shift",
                            "acute infarct",
                            "aortic dissection",
                            "ruptured aortic aneurysm",
                            "active extravasation",
                            "pulmonary embolism",
                            "pulmonary embolus",
                            "pneumoperitoneum",
                            "free air",
                            "bowel ischemia",
                            "volvulus",
                            "testicular torsion",
                            "ovarian torsion",
                            "ectopic pregnancy",
                            "cord compression",
                            "unstable fracture",
                            "misplaced tube"),
                    of(
                            CriticalCategory.HOURS,
                            "appendicitis",
                            "abscess",
                            "deep vein thrombosis",
                            "bowel obstruction",
                            "acute cholecystitis",
                            "obstructing stone",
                            "osteomyelitis"),
                    of(CriticalCategory.DAYS, "suspicious mass", "suspicious nodule", "new malignancy"))
            .flatMap(List::stream)
            .toList());

    private StartFindings() {}

    private static List<NamedFinding> of(CriticalCategory category, String... terms) {
        return Stream.of(terms).map(term -> new NamedFinding(term, category)).toList();
    }
}
