package org.candela.report.check;

import java.util.List;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/** A bracketed place or a required blank is unfinished work: tolerable in a preliminary report, not in a final one. */
// [impl->req~report.sign-field-unfilled~1]
final class UnfilledFieldRule implements SignRule {
    @Override
    public String id() {
        return "sign.field-unfilled";
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        return context.template().fields().stream()
                .filter(field -> field.isUnfilled(context.draft().text(field.id())))
                .map(field -> finding(context, field))
                .toList();
    }

    private SignFinding finding(SignContext context, TemplateField field) {
        String message = nameOf(context.template(), field) + " is not filled in.";
        return switch (context.meaning()) {
            case FINAL, ADDENDUM, CORRECTED, WITHDRAWN -> block(field.id(), message);
            case PRELIMINARY -> warn(field.id(), message);
        };
    }

    /** The free text of a section is called as the section is. */
    private static String nameOf(Template template, TemplateField field) {
        return field.name().isEmpty()
                ? template.sections().stream()
                        .filter(section -> section.fields().contains(field))
                        .map(TemplateSection::name)
                        .findFirst()
                        .orElse(field.id())
                : field.name();
    }
}
