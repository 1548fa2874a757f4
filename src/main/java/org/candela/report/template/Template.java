package org.candela.report.template;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a report, read from an MRRT document (IHE Management of Radiology Report Templates).
 *
 * @param id the document's {@code dcterms.identifier}
 * @param modality DICOM modality the template is for, such as {@code CT}
 * @param bodyParts lower-case words, any of which in a study description speaks for this template; may be empty
 */
public record Template(
        String id, String title, String modality, Set<String> bodyParts, List<TemplateSection> sections) {
    public Template {
        bodyParts = Set.copyOf(bodyParts);
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        for (TemplateSection section : sections) {
            for (TemplateField field : section.fields()) {
                if (!ids.add(field.id())) {
                    throw new IllegalArgumentException("template " + id + " has two fields " + field.id());
                }
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("template " + id + " has no field");
        }
    }

    /** All fields in the order of the report: the order of next and previous field. */
    public List<TemplateField> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** The field with this id. */
    public Optional<TemplateField> field(String fieldId) {
        return fields().stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** The section with this heading, in any case. */
    public Optional<TemplateSection> section(String heading) {
        return sections.stream().filter(section -> section.isNamed(heading)).findFirst();
    }

    /** How well the template fits: the number of its body-part words in the description; 0 for another modality. */
    int fitness(String studyModality, String studyDescription) {
        if (!modality.equalsIgnoreCase(studyModality)) {
            return 0;
        }
        String description = studyDescription.toLowerCase(Locale.ROOT);
        return (int) bodyParts.stream().filter(description::contains).count();
    }
}
