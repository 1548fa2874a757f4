package org.candela.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.facility.FacilityId;
import org.candela.study.Prefetch;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.ahead.AheadBudget;
import org.candela.viewer.layout.HangingPlan;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.WorklistViewModel;

/**
 * Makes the cases ready that will probably be read next: brings study and first prior, lays them out and lets the frames be
 * decoded that will hang first. One transfer at a time, the most urgent first, within a budget of the disk, and none while
 * the reader waits for the case he opens.
 *
 * <p>Claims nothing and changes no state of the list: what comes is audited as any object that is admitted. Nothing that
 * hangs on the desk is given up for it. Safe from any thread; blocks nobody, works on the I/O executor.
 */
// [impl->req~shell.next-case-ready~1]
public final class CasePrefetch {
    private final Services services;
    private final AheadWork work;

    /**
     * What it works with.
     *
     * @param layouts shared with who opens cases, who then need not lay them out again
     * @param frames a wish of its own
     * @param most cases made ready at a time; 0 for none
     * @param budget how much of the disk they may take
     */
    public record Services(
            Map<FacilityId, StudySource> sources,
            StudyLibrary library,
            StudyLayouts layouts,
            HangingPlan plan,
            Prefetch frames,
            int most,
            CasePriors priors,
            AheadBudget budget) {
        /** With priors that are surely the patient's alone, and a disk without end. */
        public Services(
                Map<FacilityId, StudySource> sources,
                StudyLibrary library,
                StudyLayouts layouts,
                HangingPlan plan,
                Prefetch frames,
                int most) {
            this(sources, library, layouts, plan, frames, most, CasePriors.sureOnly(sources), AheadBudget.UNLIMITED);
        }
    }

    public CasePrefetch(Services services, Executor io) {
        this.services = services;
        this.work = new AheadWork(services, io);
    }

    /**
     * From now on makes the next cases of the list ready, as it stands at each moment, unless one is being brought for
     * somebody who waits; the rows say how far they are. FX thread.
     */
    // [impl->req~shell.ahead.held~1]
    public void follow(CaseDesk cases, WorklistViewModel list) {
        work.tell(list.ahead()::show);
        cases.currentProperty().addListener((value, before, now) -> {
            if (now.isPresent()) {
                work.take(next(list, now));
            } else {
                work.hold(); // most often since another is being opened; the next look at the list goes on
            }
        });
        cases.lineProperty().addListener((value, before, now) -> {
            if (isAwaited(cases)) {
                work.hold();
            }
        });
        list.shownAtProperty().addListener((value, before, now) -> {
            if (!isAwaited(cases)) {
                work.take(next(list, cases.currentProperty().get()));
            }
        });
    }

    /** Whether the reader waits for a case that he opened. */
    private static boolean isAwaited(CaseDesk cases) {
        return cases.currentProperty().get().isEmpty()
                && !cases.lineProperty().get().isEmpty();
    }

    private List<ReadingItem> next(WorklistViewModel list, Optional<OpenedCase> open) {
        return list.items().stream()
                .takeWhile(item -> item.state().isOpenWork())
                .filter(item -> item.listing().isCurrent())
                .filter(list::isFree)
                .filter(item ->
                        open.filter(now -> now.item().id().equals(item.id())).isEmpty())
                .limit(services.most())
                .toList();
    }

    /**
     * Makes these ready, the next first; what was being made ready before and is not among them is left as it is. Completes
     * with the number of cases that are ready; a case that cannot be brought is passed over, since whoever opens it is told.
     */
    public CompletableFuture<Integer> prepare(List<ReadingItem> nextFirst) {
        return work.prepare(nextFirst);
    }

    /** Stops bringing, as when somebody waits for the line; what came stays. The frames wished so far stay wished. */
    public void stop() {
        work.hold();
    }
}
