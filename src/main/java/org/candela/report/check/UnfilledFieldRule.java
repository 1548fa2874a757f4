package org.candela.report.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignFinding.Severity;
import org.candela.report.SignatureMeaning;
import org.candela.report.TextSpan;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * A place that waits for a word or a required blank is unfinished work: tolerable in a preliminary report, not in a final
 * one. Places are marked as templates of any maker mark them: {@code [size]}, {@code [ ]}, {@code {name}}, {@code <<size>>},
 * {@code ___}, {@code ***}, {@code ???}, {@code XX}.
 */
// [impl->req~report.sign-field-unfilled~1]
final class UnfilledFieldRule implements SignRule {
    private static final Pattern PLACE = Pattern.compile(
            "\\[[^\\]\\n]*\\]|\\{[^}\\n]*\\}|<<[^>\\n]*>>|\\^\\^[^^\\n]*\\^\\^|_{2,}|\\*{3}|\\?{3}|\\bXX+\\b|\\bTBD\\b");

    @Override
    public String id() {
        return "sign.field-unfilled";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        return context.template().fields().stream()
                .flatMap(field -> unfilled(context, field).stream())
                .toList();
    }

    private Optional<SignFinding> unfilled(SignContext context, TemplateField field) {
        String text = context.draft().text(field.id());
        String name = nameOf(context.template(), field);
        Matcher place = PLACE.matcher(text);
        if (place.find()) {
            return Optional.of(finding(
                    context,
                    field,
                    new TextSpan(place.start(), place.end()),
                    name + " is not filled in: " + Prose.quoted(place.group()) + "."));
        }
        return field.isUnfilled(text)
                ? Optional.of(finding(context, field, TextSpan.NONE, name + " is not filled in."))
                : Optional.empty();
    }

    private SignFinding finding(SignContext context, TemplateField field, TextSpan span, String message) {
        Severity severity = context.meaning() == SignatureMeaning.PRELIMINARY ? Severity.WARN : Severity.BLOCK;
        return new SignFinding(id(), severity, field.id(), span, message);
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
