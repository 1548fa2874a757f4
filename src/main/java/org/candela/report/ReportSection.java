package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * A headed part of a finished report.
 *
 * @param text lines separated by {@code \n}, stripped; not empty
 */
public record ReportSection(String heading, String text) {
    /** The sections of {@code draft} that say something, in the order of the template. */
    static List<ReportSection> of(ReportDraft draft, Template template) {
        List<ReportSection> sections = new ArrayList<>();
        for (TemplateSection section : template.sections()) {
            String text = textOf(section, draft);
            if (!text.isEmpty()) {
                sections.add(new ReportSection(section.name(), text));
            }
        }
        return List.copyOf(sections);
    }

    /** The text of one section: {@code Name: text} for a named field, the bare text for prose; blank fields are left out. */
    public static String textOf(TemplateSection section, ReportDraft draft) {
        List<String> lines = new ArrayList<>();
        for (TemplateField field : section.fields()) {
            String text = draft.text(field.id()).strip();
            if (!text.isEmpty()) {
                lines.add(field.name().isEmpty() ? text : field.name() + ": " + text + unitOf(field, text));
            }
        }
        return String.join("\n", lines);
    }

    /** A number field prints its unit, unless the reader (or an inserted measurement) wrote one. */
    private static String unitOf(TemplateField field, String text) {
        String unit = field.content().unit();
        return unit.isEmpty() || text.chars().anyMatch(Character::isLetter) ? "" : " " + unit;
    }

    /** Whether this is the conclusion. */
    public boolean isImpression() {
        return heading.equalsIgnoreCase(TemplateSection.IMPRESSION);
    }
}
