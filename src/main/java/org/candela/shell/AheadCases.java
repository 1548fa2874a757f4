package org.candela.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.shell.AheadJob.Step;
import org.candela.study.FrameKey;
import org.candela.study.StudySummary;
import org.candela.study.ahead.AheadBudget;
import org.candela.study.ahead.AheadCase;
import org.candela.study.ahead.AheadPlan;
import org.candela.study.ahead.AheadStudy;
import org.candela.study.ahead.StudyWeights;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.AheadMark;
import org.candela.worklist.ui.AheadMark.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the next cases, and what follows from it to be done first. One thread at a time; blocks on the disk. */
final class AheadCases {
    private static final Logger LOG = LoggerFactory.getLogger(AheadCases.class);

    private final StudyWeights weights;
    private final AheadBudget budget;
    private List<ReadingItem> next = List.of();
    private final Map<Uid, AheadStudy> weighed = new HashMap<>();
    private final Map<Uid, List<StudySummary>> priors = new HashMap<>();
    private final Set<Uid> brought = new HashSet<>();
    private final Set<Uid> failed = new HashSet<>();
    private final Map<Uid, List<FrameKey>> frames = new HashMap<>();
    private final Map<Uid, Integer> percents = new HashMap<>();
    /** Objects that the facility turned out to have. */
    private final Map<Uid, Integer> totals = new HashMap<>();

    private AheadPlan plan = AheadPlan.NOTHING;

    AheadCases(StudyWeights weights, AheadBudget budget) {
        this.weights = weights;
        this.budget = budget;
    }

    /** From now on these are next. Of one that has grown since, more is brought. */
    void adopt(List<ReadingItem> now) {
        if (!isAsBefore(now)) {
            List<StudySummary> before = next.stream().map(ReadingItem::study).toList();
            now.stream()
                    .map(ReadingItem::study)
                    .filter(study -> before.stream().noneMatch(known -> isSame(known, study)))
                    .forEach(study -> forget(study.uid()));
            frames.clear();
            failed.clear();
        }
        next = List.copyOf(now);
        Set<Uid> kept = new HashSet<>();
        next.forEach(item -> kept.add(item.study().uid()));
        priors.keySet().retainAll(kept);
        priors.values().forEach(studies -> studies.forEach(study -> kept.add(study.uid())));
        Stream.of(weighed.keySet(), brought, failed, percents.keySet(), totals.keySet())
                .forEach(known -> known.retainAll(kept));
    }

    private boolean isAsBefore(List<ReadingItem> now) {
        return next.size() == now.size()
                && IntStream.range(0, now.size())
                        .allMatch(i -> isSame(next.get(i).study(), now.get(i).study()));
    }

    private static boolean isSame(StudySummary one, StudySummary other) {
        return one.uid().equals(other.uid())
                && one.facility().equals(other.facility())
                && one.instanceCount() == other.instanceCount();
    }

    private void forget(Uid study) {
        weighed.remove(study);
        brought.remove(study);
        priors.remove(study);
    }

    /** What failed is tried again. */
    void tryAgain() {
        failed.clear();
    }

    /** What is to be done now; empty when all is ready that can be. */
    Optional<AheadJob> job() {
        plan = AheadPlan.of(
                next.stream().filter(this::isHoped).map(this::caseOf).toList(), budget.left());
        return next.stream()
                .filter(this::isHoped)
                .filter(item -> !plan.withoutRoom().contains(item.study().uid()))
                .flatMap(item -> stepOf(item).stream())
                .findFirst();
    }

    private boolean isHoped(ReadingItem item) {
        return !failed.contains(item.study().uid());
    }

    private AheadCase caseOf(ReadingItem item) {
        return new AheadCase(
                weigh(item.study()),
                priors.getOrDefault(item.study().uid(), List.of()).stream()
                        .filter(prior -> !failed.contains(prior.uid()))
                        .map(this::weigh)
                        .toList());
    }

    private Optional<AheadJob> stepOf(ReadingItem item) {
        Uid uid = item.study().uid();
        List<StudySummary> earlier = priors.get(uid);
        if (plan.brings(uid)) {
            return Optional.of(AheadJob.of(Step.BRING, item));
        }
        if (earlier == null) {
            return Optional.of(AheadJob.of(Step.ASK, item));
        }
        return earlier.stream()
                .filter(prior -> plan.brings(prior.uid()))
                .map(prior -> new AheadJob(Step.BRING, item.id(), prior.uid(), prior.facility()))
                .findFirst()
                .or(() -> frames.containsKey(uid) ? Optional.empty() : Optional.of(AheadJob.of(Step.WISH, item)));
    }

    private AheadStudy weigh(StudySummary study) {
        AheadStudy known = weighed.get(study.uid());
        if (known == null) {
            known = weighedNow(study);
            weighed.put(study.uid(), known);
        }
        return brought.contains(study.uid()) ? known.whole() : known;
    }

    private AheadStudy weighedNow(StudySummary study) {
        try {
            return weights.weigh(study, totals.getOrDefault(study.uid(), 0));
        } catch (CandelaException e) {
            LOG.warn("a study could not be weighed [{}]", e.code());
            return new AheadStudy(study.uid(), study.facility(), 0, 1);
        }
    }

    /** Its size is no longer what it was. */
    void weighAgain(Uid study) {
        weighed.remove(study);
    }

    /** So much of {@code total} objects is here; whether that is worth telling. */
    boolean came(Uid study, int total, int percent) {
        totals.put(study, total);
        Integer before = percents.put(study, percent);
        return before == null || before != percent;
    }

    void brought(Uid study) {
        weighed.remove(study);
        brought.add(study);
    }

    void failed(Uid study) {
        failed.add(study);
    }

    void priors(Uid study, List<StudySummary> earlier) {
        priors.put(study, List.copyOf(earlier));
    }

    /** All frames wished for, those of the next case first, now that these are known. */
    List<FrameKey> wishing(Uid study, List<FrameKey> first) {
        frames.put(study, List.copyOf(first));
        List<FrameKey> all = new ArrayList<>();
        next.forEach(item -> all.addAll(frames.getOrDefault(item.study().uid(), List.of())));
        return all;
    }

    Optional<ReadingItem> item(ReadingItem.Id id) {
        return next.stream().filter(item -> item.isOf(id)).findFirst();
    }

    /** How many are ready. */
    int ready() {
        return frames.size();
    }

    /** What the rows of the next cases say, while {@code running} is done. */
    Map<ReadingItem.Id, AheadMark> marks(Optional<AheadJob> running) {
        Map<ReadingItem.Id, AheadMark> marks = new LinkedHashMap<>();
        next.stream()
                .filter(this::isHoped)
                .forEach(item -> marks.put(item.id(), markOf(item.study().uid(), running)));
        return marks;
    }

    private AheadMark markOf(Uid study, Optional<AheadJob> running) {
        if (plan.withoutRoom().contains(study)) {
            return AheadMark.of(Stage.NO_ROOM);
        }
        boolean isComing = running.filter(
                        job -> job.step() == Step.BRING && job.study().equals(study))
                .isPresent();
        if (isComing) {
            return new AheadMark(Stage.COMING, percents.getOrDefault(study, 0));
        }
        return AheadMark.of(plan.brings(study) ? Stage.WAITING : Stage.HERE);
    }
}
