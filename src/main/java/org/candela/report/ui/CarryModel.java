package org.candela.report.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.candela.report.CarriedReport;
import org.candela.report.CarriedText;
import org.candela.report.OpenReport;
import org.candela.report.ReportedStudy;
import org.candela.report.Reports;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/** Brings the text of a report of the wrong study to the one on the desk, as one step that can be taken back. FX thread. */
// [impl->req~report.carry~1]
final class CarryModel {
    private final DeskState desk;
    private final Reports reports;
    private final DeskWork work;
    private final Messages words;
    private final SigningModel signing;

    CarryModel(DeskState desk, Reports reports, DeskWork work, Messages words, SigningModel signing) {
        this.desk = desk;
        this.reports = reports;
        this.work = work;
        this.words = words;
        this.signing = signing;
    }

    /** Looks for reports that may belong here, and has {@code asker} ask which; tells where there is none. */
    CompletableFuture<Void> ask(Consumer<PickPane.Question> asker) {
        if (desk.report.get().isEmpty() || desk.isReadOnly.get()) {
            desk.notice.set(new Notice(Tone.CAUTION, words.text("report.carry.cannot")));
            return CompletableFuture.completedFuture(null);
        }
        OpenReport open = desk.report.get().orElseThrow();
        return work.run(() -> reports.carriable(open.draft().study()), found -> {
            if (found.isEmpty()) {
                desk.notice.set(new Notice(Tone.NEUTRAL, words.text("report.carry.none")));
            } else {
                asker.accept(question(found));
            }
        });
    }

    private PickPane.Question question(List<CarriedReport> found) {
        Map<String, CarriedReport> lines = new LinkedHashMap<>();
        found.forEach(one -> lines.putIfAbsent(line(one), one));
        return new PickPane.Question(words.text("report.carry.title"), List.copyOf(lines.keySet()), chosen -> {
            CarriedReport taken = lines.get(chosen);
            if (taken != null) {
                carry(taken, chosen);
            }
        });
    }

    private String line(CarriedReport one) {
        ReportedStudy study = one.study();
        return words.text(
                one.isWithdrawn() ? "report.carry.withdrawn" : "report.carry.draft",
                words.text(
                        "report.draft",
                        Formats.personName(study.patient().name()),
                        study.order().examination().description(),
                        Formats.date(study.order().examination().performedAt().toLocalDate()),
                        study.facilityName()));
    }

    /** What was confirmed was confirmed of other words: the checks begin anew. */
    private void carry(CarriedReport taken, String line) {
        desk.report.get().filter(open -> !desk.isReadOnly.get()).ifPresent(open -> {
            desk.fields()
                    .change(
                            Kind.COMMANDED,
                            draft -> CarriedText.onto(draft, open.template(), taken.sections()),
                            begin());
            signing.begin();
            int stands = signing.findings().size();
            desk.notice.set(new Notice(Tone.CAUTION, words.text("report.carry.done", line, stands)));
        });
    }

    /** The reader goes on where reading begins: in the findings, where there are some. */
    private WritingPlace begin() {
        List<TemplateField> fields = desk.templateFields();
        return fields.stream()
                .filter(field -> field.id().equals("findings"))
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .map(field -> WritingPlace.at(field.id(), 0))
                .orElse(WritingPlace.NONE);
    }
}
