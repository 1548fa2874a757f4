package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * The text of a report of the wrong study put into the draft of the right one.
 *
 * <p>Indication and comparison stay behind: they are of the other patient's order and earlier examinations. So do links to
 * measurements and what was spoken. What the template says by itself in a section that is carried is taken out, since nobody
 * said it of these images.
 */
// [impl->req~report.carry~1]
public final class CarriedText {
    private static final Pattern OF_THE_OTHER =
            Pattern.compile("history|indication|clinical|reason|comparison|prior", Pattern.CASE_INSENSITIVE);

    private CarriedText() {}

    /** The draft with the sections; one that its template lacks is written under its name into the findings. */
    public static ReportDraft onto(ReportDraft draft, Template template, List<ReportSection> sections) {
        ReportDraft carried = draft;
        List<String> homeless = new ArrayList<>();
        for (ReportSection section : sections) {
            if (OF_THE_OTHER.matcher(section.heading()).find()
                    || section.heading().equals(SignedReport.ADDENDUM)) {
                continue;
            }
            Optional<TemplateSection> home = template.section(section.heading());
            boolean takesProse = home.flatMap(CarriedText::prose).isPresent();
            if (takesProse) {
                carried = into(carried, home.orElseThrow(), section.text());
            } else {
                homeless.add(section.heading() + ": " + section.text());
            }
        }
        return homeless.isEmpty() ? carried : withHomeless(carried, template, String.join("\n", homeless));
    }

    private static ReportDraft withHomeless(ReportDraft draft, Template template, String text) {
        Optional<TemplateField> place = template.section("Findings")
                .or(() -> template.sections().stream().findFirst())
                .flatMap(CarriedText::prose);
        return place.map(field -> {
                    String before = draft.text(field.id()).strip();
                    return draft.withText(field.id(), before.isEmpty() ? text : before + "\n" + text);
                })
                .orElse(draft);
    }

    private static ReportDraft into(ReportDraft draft, TemplateSection section, String text) {
        ReportDraft carried = draft;
        for (TemplateField field : section.fields()) {
            carried = carried.withText(field.id(), "");
        }
        List<String> prose = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Optional<TemplateField> named = named(section, line);
            if (named.isPresent() && carried.text(named.orElseThrow().id()).isEmpty()) {
                TemplateField field = named.orElseThrow();
                carried = carried.withText(field.id(), valueOf(field, line));
            } else {
                prose.add(line);
            }
        }
        String rest = String.join("\n", prose).strip();
        Optional<TemplateField> place = rest.isEmpty() ? Optional.empty() : prose(section);
        return place.isPresent() ? carried.withText(place.orElseThrow().id(), rest) : carried;
    }

    /** The field that a line {@code Name: text} is of, where it takes that text. */
    private static Optional<TemplateField> named(TemplateSection section, String line) {
        return section.fields().stream()
                .filter(field -> !field.name().isEmpty())
                .filter(field ->
                        line.toLowerCase(Locale.ROOT).startsWith(field.name().toLowerCase(Locale.ROOT) + ": "))
                .filter(field -> takes(field, valueOf(field, line)))
                .findFirst();
    }

    private static boolean takes(TemplateField field, String value) {
        return switch (field.content().kind()) {
            case CHOICE -> field.content().options().contains(value);
            case NUMBER -> value.matches("-?\\d+(?:\\.\\d+)?(?: .*)?");
            default -> true;
        };
    }

    private static String valueOf(TemplateField field, String line) {
        String value = line.substring(field.name().length() + 2).strip();
        String unit = field.content().unit();
        boolean isInUnit = !unit.isEmpty() && value.endsWith(" " + unit);
        return isInUnit ? value.substring(0, value.length() - unit.length() - 1) : value;
    }

    /** Where free text goes: the field without a name, else the first that takes prose. */
    private static Optional<TemplateField> prose(TemplateSection section) {
        List<TemplateField> free = section.fields().stream()
                .filter(field -> field.content().kind() == TemplateField.Kind.PROSE)
                .toList();
        return free.stream()
                .filter(field -> field.name().isEmpty())
                .findFirst()
                .or(() -> free.stream().findFirst())
                .or(() -> section.fields().stream()
                        .filter(field -> field.content().kind() == TemplateField.Kind.LINE)
                        .findFirst());
    }
}
