package org.candela.report.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.base.Async;
import org.candela.report.ReportId;
import org.candela.report.ReportState;
import org.candela.report.ReportStates;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * Whether a report is held, the steps it took, and holding it or taking it up again with a reason. FX thread only; needs no
 * toolkit.
 */
// [impl->req~report.hold~1]
public final class HoldModel {
    private final Means means;
    private final DeskWork work;
    private final Messages words = Messages.of(HoldModel.class);
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);

    /**
     * What it works with.
     *
     * @param reader who holds and releases, by id
     * @param saving puts the draft on the disk, since a report that is nowhere cannot be held
     */
    public record Means(ReportStates states, String reader, Async.Step saving) {}

    /**
     * Where a report stands.
     *
     * @param steps oldest first
     */
    public record Standing(ReportId report, ReportState state, List<ReportStates.Step> steps) {
        public Standing {
            steps = List.copyOf(steps);
        }

        /** Whether nobody may sign it. */
        public boolean isHeld() {
            return state == ReportState.HELD;
        }

        /** Why it is held; empty when it is not. */
        public String reason() {
            return isHeld() && !steps.isEmpty() ? steps.get(steps.size() - 1).reason() : "";
        }
    }

    public HoldModel(Means means, ReportViewModel.Threads threads) {
        this.means = means;
        this.work = new DeskWork(
                threads,
                failure -> notice.set(
                        new Notice(Tone.BAD, words.text("hold.failed", String.valueOf(failure.getMessage())))));
    }

    /** Looks where a report stands. */
    public CompletableFuture<Void> open(ReportId report) {
        notice.set(Notice.NONE);
        return work.run(() -> look(report), now -> standing.set(Optional.of(now)));
    }

    /** Empty until it is known. */
    public ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Outcome of the last act. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether it can be held, or released. */
    public boolean isMovable() {
        return standing.get()
                .filter(now -> now.isHeld() || now.state().canBecome(ReportState.HELD))
                .isPresent();
    }

    /** Holds it, or releases it when it is held; a reason is wanted for both. */
    public CompletableFuture<Void> move(String reason) {
        Optional<Standing> now = standing.get().filter(found -> isMovable());
        if (now.isEmpty() || reason.isBlank()) {
            notice.set(new Notice(Tone.CAUTION, words.text(now.isEmpty() ? "hold.cannot" : "hold.reason-missing")));
            return CompletableFuture.completedFuture(null);
        }
        Standing from = now.orElseThrow();
        return work.run(() -> moved(from, reason.strip()), to -> {
            standing.set(Optional.of(to));
            notice.set(new Notice(Tone.GOOD, words.text(to.isHeld() ? "hold.held" : "hold.released")));
        });
    }

    private Standing moved(Standing from, String reason) throws org.candela.base.CandelaException {
        means.saving().run();
        if (from.isHeld()) {
            means.states().resume(from.report(), means.reader(), reason);
        } else {
            means.states().move(from.report(), ReportState.HELD, means.reader(), reason);
        }
        return look(from.report());
    }

    private Standing look(ReportId report) throws org.candela.base.CandelaException {
        return new Standing(report, means.states().of(report), means.states().steps(report));
    }

    /** One line about a step. */
    public String line(ReportStates.Step step) {
        String at = step.at().toString().substring(0, 16).replace('T', ' ');
        String state = words.text("hold.state." + step.state());
        return step.reason().isBlank()
                ? words.text("hold.step", state, at, step.by())
                : words.text("hold.step.reason", state, at, step.by(), step.reason());
    }
}
