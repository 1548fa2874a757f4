package org.candela.report.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/** What stands on the desk: shared by the models of its parts, each of which shows and changes its own. FX thread. */
final class DeskState {
    final ReadOnlyObjectWrapper<Optional<OpenReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    final ReadOnlyBooleanWrapper isReadOnly = new ReadOnlyBooleanWrapper(true);
    final ReadOnlyBooleanWrapper isFinal = new ReadOnlyBooleanWrapper(false);
    private final DraftFields fields;

    DeskState(DraftFields fields) {
        this.fields = fields;
    }

    DraftFields fields() {
        return fields;
    }

    Optional<ReportDraft> draft() {
        return report.get().flatMap(open -> fields.draft());
    }

    /** Of the template on the desk, in the order of the report; empty without a report. */
    List<TemplateField> templateFields() {
        return report.get().map(open -> open.template().fields()).orElse(List.of());
    }

    Optional<TemplateField> field(String fieldId) {
        return report.get().flatMap(open -> open.template().field(fieldId));
    }

    /** The section that a field stands in. */
    Optional<TemplateSection> section(String fieldId) {
        return report.get().stream()
                .flatMap(open -> open.template().sections().stream())
                .filter(section ->
                        section.fields().stream().anyMatch(field -> field.id().equals(fieldId)))
                .findFirst();
    }

    /** As the reader calls it: the section's heading where a field has no name of its own. */
    String nameOf(String fieldId) {
        return field(fieldId)
                .map(TemplateField::name)
                .filter(name -> !name.isEmpty())
                .or(() -> section(fieldId).map(TemplateSection::name))
                .orElse(fieldId);
    }
}
