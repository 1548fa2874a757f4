package org.candela.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.base.Async;
import org.candela.report.ReportDraft;
import org.candela.report.ReportedStudy;
import org.candela.report.Reports;
import org.candela.ui.Dialogs;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;

/** Names the reports that were begun and not signed when the reader leaves or ends the shift. FX thread. */
// [impl->req~report.unsigned-on-leaving~1]
final class UnsignedReports {
    /** Nobody reads a list of thirty; how many more there are is said. */
    private static final int MOST = 8;

    private final Reports reports;
    private final Executor io;
    private final Supplier<Dialogs> dialogs;
    private final UiExecutor ui = new UiExecutor();
    private final Messages words = Messages.of(UnsignedReports.class);

    UnsignedReports(Reports reports, Executor io, Supplier<Dialogs> dialogs) {
        this.reports = reports;
        this.io = io;
        this.dialogs = dialogs;
    }

    /** Goes on with {@code then} at once where there are none or they cannot be read, else when the reader says so. */
    void ask(Runnable then) {
        var unused = Async.supply(reports::unsignedDrafts, io)
                .whenCompleteAsync(
                        (drafts, failure) -> {
                            if (drafts == null || drafts.isEmpty()) {
                                then.run();
                            } else {
                                put(drafts, then);
                            }
                        },
                        ui);
    }

    private void put(List<ReportDraft> drafts, Runnable then) {
        String lines = drafts.stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"));
        String more = drafts.size() > MOST ? "\n" + words.text("unsigned.more", drafts.size() - MOST) : "";
        var unused = dialogs.get()
                .confirm(new Dialogs.Question(
                        words.text("unsigned.title", drafts.size()),
                        lines + more + "\n\n" + words.text("unsigned.consequence"),
                        words.text("unsigned.action")))
                .thenAccept(isWanted -> {
                    if (isWanted) {
                        then.run();
                    }
                });
    }

    private String line(ReportDraft draft) {
        ReportedStudy study = draft.study();
        return String.join(
                " \u00b7 ",
                Formats.personName(study.patient().name()),
                study.order().examination().description(),
                Formats.date(study.order().examination().performedAt().toLocalDate()),
                study.facilityName());
    }
}
