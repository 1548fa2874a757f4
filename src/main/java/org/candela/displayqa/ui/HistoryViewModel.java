package org.candela.displayqa.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportExport;
import org.candela.displayqa.report.ReportFormat;
import org.candela.displayqa.trend.Trend;
import org.candela.displayqa.watch.DueRun;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.ui.Messages;

/**
 * What the page shows of a display over time: what is due when, how it changes, and reports for those who ask. FX thread
 * only; needs no toolkit.
 */
// [impl->req~displayqa.page-history~1]
public final class HistoryViewModel {
    static final Duration SNOOZE = Duration.ofDays(7);

    private final PageServices services;
    private final PageThreads threads;
    private final Clock clock;
    private final Consumer<QaNotice> notice;
    private final QaNotices notices = new QaNotices(Messages.of(HistoryViewModel.class));
    private final ReadOnlyObjectWrapper<List<DueRun>> timetable = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Trend>> trends = new ReadOnlyObjectWrapper<>(List.of());
    private long generation;

    /** @param notice hears what came of an action */
    HistoryViewModel(PageServices services, PageThreads threads, Clock clock, Consumer<QaNotice> notice) {
        this.services = services;
        this.threads = threads;
        this.clock = clock;
        this.notice = notice;
    }

    /** What is due when on the display that is shown, the standards in their order. */
    public ReadOnlyObjectProperty<List<DueRun>> timetableProperty() {
        return timetable.getReadOnlyProperty();
    }

    /** How the display that is shown changes. */
    public ReadOnlyObjectProperty<List<Trend>> trendsProperty() {
        return trends.getReadOnlyProperty();
    }

    /** For whom reports can be written. */
    List<ReportWish> wishes(String usual) {
        return ReportWish.all(usual, services.book().map(QaBook::facilities).orElse(List.of()), services.profiles());
    }

    /** Shows another display, or the same anew. The newest request wins. */
    CompletableFuture<Void> show(Optional<ScreenId> display) {
        long requested = ++generation;
        return Async.supply(() -> told(display), threads.io())
                .handleAsync((told, failure) -> take(requested == generation, told, failure), threads.ui());
    }

    private record Told(List<DueRun> due, List<Trend> trends) {}

    private Told told(Optional<ScreenId> display) throws CandelaException {
        if (display.isEmpty()) {
            return new Told(List.of(), List.of());
        }
        ScreenId screen = display.orElseThrow();
        Optional<QaBook> book = services.book();
        List<DueRun> due = book.isEmpty()
                ? List.of()
                : book.orElseThrow().timetable().of(screen, book.orElseThrow().standards());
        return new Told(due, Trend.all(services.ledger().history(screen)));
    }

    private @org.jspecify.annotations.Nullable Void take(
            boolean isWanted,
            @org.jspecify.annotations.Nullable Told told,
            @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            notice.accept(notices.failed(failure));
        } else if (isWanted && told != null) {
            timetable.set(told.due());
            trends.set(told.trends());
        }
        return null;
    }

    /** Puts the reminder of a run off by a week; what is overdue stays so. */
    public CompletableFuture<Void> putOff(DueRun run) {
        Optional<QaBook> book = services.book();
        if (book.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return Async.supply(
                        () -> {
                            book.orElseThrow()
                                    .snoozes()
                                    .putOff(
                                            new QaSnoozes.Reminder(run.display(), run.kind()),
                                            clock.instant().plus(SNOOZE),
                                            services.reader());
                            return run.display();
                        },
                        threads.io())
                .handleAsync(
                        (display, failure) -> {
                            if (failure != null) {
                                notice.accept(notices.failed(failure));
                            }
                            return Optional.ofNullable(display);
                        },
                        threads.ui())
                .thenCompose(this::show);
    }

    /** Writes the report of a run for whoever was chosen, in each form wished, into the workstation's folder of exports. */
    CompletableFuture<Optional<ReportExport.Written>> export(
            StoredRun run, ReportWish wish, List<ReportFormat> formats) {
        return Async.supply(() -> written(run, wish, formats), threads.io())
                .handleAsync(
                        (written, failure) -> {
                            if (failure != null) {
                                notice.accept(notices.failed(failure));
                            } else {
                                notice.accept(notices.written(written));
                            }
                            return Optional.ofNullable(written);
                        },
                        threads.ui());
    }

    private ReportExport.Written written(StoredRun run, ReportWish wish, List<ReportFormat> formats)
            throws CandelaException {
        ReportExport export =
                new ReportExport(services.ledger(), services.paths().signingKey(), clock);
        return wish.order().isEmpty()
                ? export.exportUsual(run, formats, services.paths().exports(), services.reader())
                : export.export(
                        run,
                        new ReportExport.Wish(
                                wish.order().orElseThrow(),
                                formats,
                                services.paths().exports(),
                                services.reader()));
    }
}
