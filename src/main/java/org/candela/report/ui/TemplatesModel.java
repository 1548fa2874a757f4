package org.candela.report.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.Reports;
import org.candela.report.TemplateChange;
import org.candela.report.template.Template;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.ui.Messages;

/** On which template the report on the desk is, and the change to another, which can be taken back. FX thread. */
// [impl->req~report.template-change~1]
final class TemplatesModel {
    private final DeskState desk;
    private final Reports reports;
    private final FieldsModel fields;
    private final Messages words;

    TemplatesModel(DeskState desk, FieldsModel fields, Reports reports, Messages words) {
        this.desk = desk;
        this.fields = fields;
        this.reports = reports;
        this.words = words;
    }

    /** Those of the study's modality first; empty where there is no report that could be written. */
    Optional<PickPane.Question> question() {
        return desk.report
                .get()
                .filter(open -> !desk.isReadOnly.get())
                .map(open -> new PickPane.Question(
                        words.text("report.template.title", open.template().title()),
                        others(open).map(Template::title).toList(),
                        title -> others(open)
                                .filter(template -> template.title().equals(title))
                                .findFirst()
                                .ifPresent(this::change)));
    }

    private Stream<Template> others(OpenReport open) {
        String modality = open.draft().study().order().examination().modality();
        List<Template> all = reports.templates().stream()
                .filter(template -> !template.id().equals(open.template().id()))
                .toList();
        return Stream.concat(
                all.stream().filter(template -> template.modality().equalsIgnoreCase(modality)),
                all.stream().filter(template -> !template.modality().equalsIgnoreCase(modality)));
    }

    /** What was written is kept by the names of sections and fields; one goes on where something waits. */
    void change(Template to) {
        desk.report.get().filter(open -> !desk.isReadOnly.get()).ifPresent(open -> {
            desk.fields()
                    .change(Kind.COMMANDED, draft -> TemplateChange.of(draft, open.template(), to), WritingPlace.NONE);
            fields.nextUnfilled("").flatMap(fields::entering).ifPresent(desk.fields()::go);
        });
    }

    /** After a step of the history: shows the draft on its own template. */
    void follow(ReportDraft draft) {
        desk.report
                .get()
                .filter(open -> !open.template().id().equals(draft.templateId()))
                .ifPresent(open -> reports.templates().stream()
                        .filter(template -> template.id().equals(draft.templateId()))
                        .findFirst()
                        .ifPresent(template ->
                                desk.report.set(Optional.of(new OpenReport(draft, template, open.versions())))));
    }
}
