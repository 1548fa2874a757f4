package org.candela.report.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form of a report, read from an MRRT document (IHE Management of Radiology Report Templates).
 *
 * @param id the document's {@code dcterms.identifier}; of a kept template with its version behind it, see
 *     {@link TemplateShelf}
 * @param use for which studies it is
 * @param metadata what else the document says of itself, {@code dcterms.*} in lower case to its text
 */
public record Template(
        String id, String title, TemplateUse use, List<TemplateSection> sections, Map<String, String> metadata) {
    public Template {
        sections = List.copyOf(sections);
        metadata = Map.copyOf(metadata);
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

    /** A template of one modality that says no more of itself. */
    public Template(String id, String title, String modality, Set<String> bodyParts, List<TemplateSection> sections) {
        this(id, title, TemplateUse.of(modality, bodyParts), sections, Map.of());
    }

    /** The modality, or the first of several; empty where it is for any. */
    public String modality() {
        return use.firstModality().orElse("");
    }

    /** Words of the body part. */
    public Set<String> bodyParts() {
        return use.bodyParts();
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

    /**
     * What is said to go to a field, to the field's id: its verbal trigger, else its name, and each section's heading for its
     * last field. What would lead to two fields leads to the first.
     */
    public Map<String, String> verbalTriggers() {
        Map<String, String> triggers = new LinkedHashMap<>();
        fields().forEach(field -> enter(triggers, field.conduct().verbalTrigger(), field));
        fields().forEach(field -> enter(triggers, field.name(), field));
        sections.stream()
                .filter(section -> !section.fields().isEmpty())
                .forEach(section -> enter(
                        triggers,
                        section.name(),
                        section.fields().get(section.fields().size() - 1)));
        return new TreeMap<>(triggers);
    }

    /**
     * The template as it is begun for a study: without its words on the technique where they are of contrast and the study says
     * otherwise, since a report must not tell of a technique that was not used.
     */
    Template begunFor(StudyKind study) {
        if (!use.contradicts(study)) {
            return this;
        }
        List<TemplateSection> begun = sections.stream()
                .map(section -> section.isNamed(TemplateSection.TECHNIQUE) ? section.blank() : section)
                .toList();
        return new Template(id, title, use, begun, metadata);
    }

    /** The same template under another id. */
    Template withId(String otherId) {
        return new Template(otherId, title, use, sections, metadata);
    }

    private static void enter(Map<String, String> triggers, String spoken, TemplateField field) {
        if (!spoken.isBlank()) {
            triggers.putIfAbsent(spoken.strip().toLowerCase(Locale.ROOT), field.id());
        }
    }
}
