package org.candela.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.study.ArrivalListener;
import org.candela.study.StudySource.RetrievalListener;
import org.candela.study.prior.KnownPrior;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.arriving.Arrivals;
import org.candela.viewer.stack.StudyBanner;
import org.candela.worklist.ReadingItem;
import org.jspecify.annotations.Nullable;

/**
 * The one case on the desk: opening another takes the images down first, so that two patients never hang together. FX
 * thread; needs no toolkit.
 */
// [impl->req~app.bad-input~1]
public final class CaseDesk {
    private final CaseOpener opener;
    private final ReadingSession session;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final Messages words = Messages.of(CaseDesk.class);
    private final ReadOnlyObjectWrapper<Optional<OpenedCase>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Blocked>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final Arrivals arrivals;
    private Cancellation fetching = new Cancellation();
    private long generation;

    /**
     * A case that may not be read here now, and why, one sentence each.
     *
     * @param way whether the reader may go on for a reason
     */
    public record Blocked(ReadingItem item, List<String> reasons, ReadingBlockedException.Way way) {}

    /** Follows what is brought for one opening, on the retrieving thread. */
    private final class Coming implements RetrievalListener {
        private final long requested;
        private final ArrivalListener images;

        Coming(long requested, ArrivalListener images) {
            this.requested = requested;
            this.images = images;
        }

        @Override
        public void progress(int here, int total) {
            ui.execute(() -> tell(requested, here, total));
        }

        @Override
        public ArrivalListener arrivals() {
            return images;
        }
    }

    /** @param failures told what kept a case from opening, but for a desk that is not ready */
    public CaseDesk(CaseOpener opener, ReadingSession session, Executor ui, Consumer<Throwable> failures) {
        this.opener = opener;
        this.session = session;
        this.ui = ui;
        this.failures = failures;
        this.arrivals = new Arrivals(ui);
    }

    /** What is seen of the images of a case while they come; nothing once it hangs. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** The case whose images hang. */
    public ReadOnlyObjectProperty<Optional<OpenedCase>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** What the desk was not ready for, until another case is opened; it may still be opened for review. */
    public ReadOnlyObjectProperty<Optional<Blocked>> blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** Whose study is open, in one line, or what is being brought; blank when neither. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Puts the open case aside and opens another; the newest request wins. */
    // [impl->req~shell.one-patient~1]
    public void open(ReadingItem item, Purpose purpose) {
        close();
        long requested = generation;
        fetching = new Cancellation();
        line.set(words.text("case.opening"));
        opener.open(item, purpose, new Coming(requested, arrivals.begin()), fetching)
                .handleAsync(
                        (opened, failure) -> {
                            if (requested == generation) {
                                end(item, opened, failure);
                            } else if (opened != null) {
                                opener.putAside(opened);
                            }
                            return true;
                        },
                        ui)
                .exceptionally(bug -> {
                    failures.accept(bug);
                    return false;
                });
    }

    /** Opens for diagnosis what the gate blocked, for a reason of the reader that is kept. */
    // [impl->req~shell.gate~1]
    public void overrule(Blocked refused, String reason) {
        var unused = opener.overrule(refused.item(), reason)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                open(refused.item(), Purpose.DIAGNOSIS);
                            } else {
                                failures.accept(Async.causeOf(failure));
                            }
                        },
                        ui);
    }

    /**
     * The reader says that a probable prior of the open case is the patient's, or takes that back; then the case hangs anew,
     * with it or without.
     */
    // [impl->req~shell.priors-sure~1]
    public void judge(KnownPrior prior) {
        long requested = generation;
        current.get()
                .filter(opened -> prior.isConfirmed() || !prior.isAccepted())
                .ifPresent(opened -> {
                    var unused = opener.judge(opened, prior, fetching)
                            .whenCompleteAsync(
                                    (again, failure) -> {
                                        if (requested == generation) {
                                            judged(again, failure);
                                        }
                                    },
                                    ui);
                });
    }

    private void judged(@Nullable OpenedCase again, @Nullable Throwable failure) {
        if (again == null) {
            failures.accept(
                    failure == null
                            ? new IllegalStateException("neither a case nor a failure")
                            : Async.causeOf(failure));
            return;
        }
        session.open(again.images(), again.priors());
        current.set(Optional.of(again));
    }

    /**
     * What every screen must say of the open case: that it is not for diagnosis, that images are missing; blank when there
     * is nothing to say.
     */
    // [impl->req~shell.review-marked~1]
    // [impl->req~shell.gaps-told~1]
    public ObservableValue<String> markingProperty() {
        return current.map(opened -> opened.map(this::markingOf).orElse(""));
    }

    private String markingOf(OpenedCase opened) {
        return Stream.of(
                        opened.purpose() == Purpose.REVIEW ? words.text("case.review") : "",
                        opened.gaps().study().isEmpty() ? "" : words.text("case.incomplete"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("   "));
    }

    /** Takes the images down, lays the case aside and stops what is still being fetched for it; what came stays here. */
    // [impl->req~shell.close-stops~1]
    public void close() {
        generation++;
        fetching.cancel();
        current.get().ifPresent(opener::putAside);
        session.close();
        arrivals.clear();
        blocked.set(Optional.empty());
        line.set("");
        current.set(Optional.empty());
    }

    private void tell(long requested, int here, int total) {
        if (requested == generation && current.get().isEmpty()) {
            line.set(words.text("case.loading", String.valueOf(here), String.valueOf(total)));
        }
    }

    private void end(ReadingItem item, @Nullable OpenedCase opened, @Nullable Throwable failure) {
        if (opened == null) {
            line.set("");
            notOpened(item, failure == null ? new IllegalStateException("neither a case nor a failure") : failure);
            return;
        }
        arrivals.clear();
        session.open(opened.images(), opened.priors());
        line.set(lineFor(opened));
        current.set(Optional.of(opened));
        tell(opened.gaps());
    }

    private void tell(OpenedCase.Gaps gaps) {
        if (!gaps.study().isEmpty()) {
            failures.accept(new CandelaException("study.incomplete", first(gaps.study())));
        }
        gaps.priors().ifPresent(reason -> failures.accept(new CandelaException("study.no-priors", reason)));
    }

    private String first(List<String> reasons) {
        String more = reasons.size() == 1 ? "" : words.text("case.more", String.valueOf(reasons.size() - 1));
        return reasons.get(0) + more;
    }

    private void notOpened(ReadingItem item, Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        if (cause instanceof ReadingBlockedException notReady) {
            blocked.set(Optional.of(new Blocked(item, notReady.reasons(), notReady.way())));
        } else {
            failures.accept(cause);
        }
    }

    private String lineFor(OpenedCase opened) {
        StudyBanner banner = opened.images().banner();
        return Stream.of(
                        Formats.personName(banner.patientName()),
                        banner.birthDate().map(Formats::date).orElse(""),
                        banner.sex(),
                        banner.patientId(),
                        banner.description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("   "));
    }
}
