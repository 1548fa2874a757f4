package org.candela.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.report.OpenReport;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedStudy;
import org.candela.report.Reports;
import org.candela.report.template.Macro;
import org.candela.report.template.MacroShelf;
import org.candela.report.template.Macros;
import org.candela.report.template.MergeFields;
import org.candela.report.template.TemplateException;
import org.candela.report.ui.ReadyMacro;
import org.candela.report.ui.ReportViewModel;
import org.candela.store.Database;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the macros for the study of the report on the desk to it, with what is known of patient and order. FX thread. */
// [impl->req~report.macros~1]
final class MacroRoom {
    private static final Logger LOG = LoggerFactory.getLogger(MacroRoom.class);

    private final Database database;
    private final Executor io;
    private final MacroShelf shelf;
    private final Clock clock;
    private List<ReadyMacro> ready = List.of();

    private MacroRoom(Database database, Executor io, String reader, Clock clock) {
        this.database = database;
        this.io = io;
        this.shelf = new MacroShelf(reader, clock);
        this.clock = clock;
    }

    static MacroRoom of(House house, Executors executors, Reporting reporting) {
        House.Base base = house.base();
        return new MacroRoom(base.database(), executors.io(), reporting.signer().id(), base.clock());
    }

    /** From now on. */
    void follow(ReportViewModel report) {
        report.onMacros(() -> ready);
        report.reportProperty().addListener((value, before, now) -> {
            ready = List.of();
            now.map(OpenReport::draft).ifPresent(draft -> load(draft.study(), report));
        });
    }

    private void load(ReportedStudy study, ReportViewModel report) {
        var unused = Async.supply(
                        () -> database.read(tx -> shelf.forStudy(tx, study.facilityName(), Reports.kind(study))), io)
                .whenCompleteAsync(
                        (found, failure) -> {
                            boolean isOnDesk = report.draft()
                                    .filter(draft ->
                                            draft.study().studyInstanceUid().equals(study.studyInstanceUid()))
                                    .isPresent();
                            if (failure != null) {
                                LOG.warn("no macros: {}", Async.causeOf(failure).toString());
                            } else if (isOnDesk) {
                                ready = expanded(found, known(study));
                            }
                        },
                        new UiExecutor());
    }

    private static List<ReadyMacro> expanded(Macros macros, MergeFields known) {
        List<ReadyMacro> ready = new ArrayList<>();
        for (Macro macro : macros.all()) {
            try {
                ready.add(new ReadyMacro(macro.name(), macro.shortcut(), macros.expand(macro, known)));
            } catch (TemplateException e) {
                LOG.warn("a macro is left out [{}]", e.code());
            }
        }
        return List.copyOf(ready);
    }

    private MergeFields known(ReportedStudy study) {
        Map<String, String> values = new TreeMap<>();
        values.put("patient sex", MergeFields.sexInWords(study.patient().sex()));
        values.put("modality", study.order().examination().modality());
        values.put(
                "study date",
                study.order().examination().performedAt().toLocalDate().toString());
        values.put("study description", study.order().examination().description());
        values.put("accession number", study.order().accessionNumber());
        values.put("facility", study.facilityName());
        values.put("today", LocalDate.now(clock).toString());
        values.put(
                "comparison date",
                study.priors().here().stream()
                        .map(ReportedPrior::date)
                        .max(LocalDate::compareTo)
                        .map(LocalDate::toString)
                        .orElse(""));
        return new MergeFields(values);
    }
}
