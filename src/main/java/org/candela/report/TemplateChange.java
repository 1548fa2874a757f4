package org.candela.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * Brings what was written on one template onto another, by the names of sections and fields: what has no field of its name goes
 * to the free text of the section of its name, else of the findings. Nothing that was written is left behind; what the former
 * template said by itself is.
 */
// [impl->req~report.template-change~1]
public final class TemplateChange {
    private static final String FINDINGS = "Findings";

    private final ReportDraft draft;
    private final Template from;
    private final Template to;

    private TemplateChange(ReportDraft draft, Template from, Template to) {
        this.draft = draft;
        this.from = from;
        this.to = to;
    }

    /** The draft, which is on {@code from}, on {@code to}. */
    public static ReportDraft of(ReportDraft draft, Template from, Template to) {
        return new TemplateChange(draft, from, to).change();
    }

    private ReportDraft change() {
        ReportDraft changed = draft.emptyOn(to);
        for (TemplateSection section : from.sections()) {
            for (TemplateField field : section.fields()) {
                if (isWritten(field)) {
                    changed = carry(changed, section, field);
                }
            }
        }
        return changed;
    }

    private boolean isWritten(TemplateField field) {
        String text = draft.text(field.id());
        return !text.isBlank() && !text.equals(field.initialText());
    }

    private ReportDraft carry(ReportDraft into, TemplateSection section, TemplateField field) {
        Optional<TemplateField> own = to.section(section.name())
                .flatMap(other -> named(other, field.name()))
                .filter(other -> takes(other, draft.text(field.id())));
        String written = draft.text(field.id());
        if (own.isPresent()) {
            String id = own.orElseThrow().id();
            return moved(into.edited(id, new TextEdit(0, into.text(id).length(), written)), field.id(), id, 0);
        }
        String id = freeText(section).id();
        String before = into.text(id).isEmpty() ? "" : into.text(id).stripTrailing() + "\n";
        String label = field.name().isEmpty() ? "" : field.name() + ": ";
        TextEdit edit = new TextEdit(0, into.text(id).length(), before + label + written);
        return moved(into.edited(id, edit), field.id(), id, before.length() + label.length());
    }

    /** What was spoken and measured goes along. */
    private ReportDraft moved(ReportDraft into, String oldId, String newId, int by) {
        ReportDraft moved = into.withDictated(draft.dictated().stream()
                .filter(word -> word.fieldId().equals(oldId))
                .map(word -> word.in(newId, shifted(word.span(), by)))
                .toList());
        List<InsertedMeasurement> measured = draft.measurements().stream()
                .filter(one -> one.fieldId().equals(oldId))
                .map(one -> new InsertedMeasurement(newId, one.measurement(), shifted(one.span(), by)))
                .toList();
        for (InsertedMeasurement one : measured) {
            moved = moved.withMeasurement(one);
        }
        return moved;
    }

    private static TextSpan shifted(TextSpan span, int by) {
        return span.isEmpty() ? span : new TextSpan(span.from() + by, span.to() + by);
    }

    private static Optional<TemplateField> named(TemplateSection section, String name) {
        return section.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A pick list takes its options alone, a number its number. */
    private static boolean takes(TemplateField field, String text) {
        return switch (field.content().kind()) {
            case PROSE, LINE -> true;
            case NUMBER -> text.matches("\\s*\\d+(\\.\\d+)?\\s*");
            case CHOICE -> field.content().options().contains(text);
        };
    }

    private TemplateField freeText(TemplateSection section) {
        return Stream.of(to.section(section.name()), to.section(FINDINGS))
                .flatMap(Optional::stream)
                .flatMap(found -> found.fields().stream())
                .filter(field -> field.content().kind() == TemplateField.Kind.PROSE)
                .findFirst()
                .or(() -> to.fields().stream()
                        .filter(field -> field.content().kind() == TemplateField.Kind.PROSE)
                        .findFirst())
                .orElse(to.fields().get(0));
    }
}
