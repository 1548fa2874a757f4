package org.candela.displayqa.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.candela.base.Async;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportExport;
import org.candela.ui.Messages;

/** Takes the report of a run out of the workstation, and tells what came of it. FX thread; needs no toolkit. */
final class ReportTaker {
    private final PageServices services;
    private final PageThreads threads;
    private final ReportExport export;
    private final Consumer<QaNotice> told;
    private final QaNotices notices = new QaNotices(Messages.of(DisplayQaViewModel.class));

    ReportTaker(PageServices services, PageThreads threads, Clock clock, Consumer<QaNotice> told) {
        this.services = services;
        this.threads = threads;
        this.export = new ReportExport(services.ledger(), services.paths().signingKey(), clock);
        this.told = told;
    }

    /** Writes the signed report as PDF and JSON; empty where there is no run, or it could not be written. */
    CompletableFuture<Optional<ReportExport.Exported>> take(Optional<RunFindings> shown, Path folder) {
        if (shown.isEmpty()) {
            told.accept(notices.say("displayqa.notice.no-run"));
            return CompletableFuture.completedFuture(Optional.empty());
        }
        StoredRun run = shown.orElseThrow().run();
        return Async.supply(() -> export.export(run, folder, services.reader()), threads.io())
                .handleAsync(
                        (report, failure) -> {
                            told.accept(failure == null ? notices.exported(report) : notices.failed(failure));
                            return Optional.ofNullable(report);
                        },
                        threads.ui());
    }
}
