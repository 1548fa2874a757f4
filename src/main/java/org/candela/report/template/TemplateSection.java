package org.candela.report.template;

import java.util.List;

/**
 * A headed part of a report.
 *
 * @param name the heading, such as {@code Findings}
 * @param isRequired whether a report without text here must not be signed
 */
public record TemplateSection(String name, boolean isRequired, List<TemplateField> fields) {
    /** The heading under which every shipped template puts its conclusion. */
    public static final String IMPRESSION = "Impression";

    /** The heading under which earlier examinations are named. */
    public static final String COMPARISON = "Comparison";

    static final String TECHNIQUE = "Technique";

    public TemplateSection {
        fields = List.copyOf(fields);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a template section needs a name");
        }
    }

    /** Whether this is its heading, of any case. */
    public boolean isNamed(String heading) {
        return name.equalsIgnoreCase(heading);
    }

    /** The same with nothing in its fields yet. */
    TemplateSection blank() {
        return new TemplateSection(
                name,
                isRequired,
                fields.stream()
                        .map(field -> new TemplateField(
                                field.id(),
                                field.name(),
                                field.content(),
                                "",
                                field.isRequired(),
                                field.conduct(),
                                field.codes()))
                        .toList());
    }
}
