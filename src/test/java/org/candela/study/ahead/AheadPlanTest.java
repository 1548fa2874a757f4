package org.candela.study.ahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Properties over lists at random, the same in each run. */
class AheadPlanTest {
    private static final FacilityId NORTH = new FacilityId("north");
    private static final int LARGEST = 100;
    private static final AheadBudget.Left ENDLESS = new AheadBudget.Left(Long.MAX_VALUE, Long.MAX_VALUE);

    private static AheadStudy study(int number, long here, long missing) {
        return new AheadStudy(new Uid("1." + number), NORTH, here, missing);
    }

    private static AheadStudy study(Random random) {
        int number = 1 + random.nextInt(12);
        boolean isHere = number % 4 == 0;
        return study(number, number * 37 % LARGEST, isHere ? 0 : 1 + number * 53 % LARGEST);
    }

    private static List<AheadCase> cases(Random random) {
        return Stream.generate(() -> new AheadCase(
                        study(random),
                        Stream.generate(() -> study(random))
                                .limit(random.nextInt(3))
                                .toList()))
                .limit(random.nextInt(9))
                .toList();
    }

    private static AheadBudget.Left left(Random random) {
        return new AheadBudget.Left(random.nextInt(8 * LARGEST), random.nextInt(8 * LARGEST));
    }

    private static Stream<AheadStudy> inOrder(List<AheadCase> cases) {
        return cases.stream().flatMap(each -> Stream.concat(Stream.of(each.study()), each.priors().stream()));
    }

    /** Studies as they are wanted, each where it is wanted first. */
    private static List<AheadStudy> wanted(List<AheadCase> cases) {
        Set<Uid> seen = new HashSet<>();
        return inOrder(cases).filter(study -> seen.add(study.uid())).toList();
    }

    // [utest->req~study.ahead.budget~1]
    @RepeatedTest(500)
    void theBudgetIsNeverPassed(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<AheadCase> cases = cases(random);
        AheadBudget.Left left = left(random);

        AheadPlan plan = AheadPlan.of(cases, left);

        long coming =
                plan.toBring().stream().mapToLong(AheadStudy::bytesMissing).sum();
        long lying = plan.toBring().stream().mapToLong(AheadStudy::bytesHere).sum();
        assertTrue(coming <= left.freeBytes(), coming + " of " + left);
        assertTrue(plan.toBring().isEmpty() || coming + lying <= left.mostBytes(), coming + lying + " of " + left);
    }

    // [utest->req~study.ahead.plan~1]
    @RepeatedTest(500)
    void theMostUrgentComeFirstEachBeforeItsPriors(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<AheadCase> cases = cases(random);

        AheadPlan plan = AheadPlan.of(cases, left(random));

        List<AheadStudy> left = new ArrayList<>(plan.toBring());
        inOrder(cases).forEach(study -> {
            if (!left.isEmpty() && study.equals(left.get(0))) {
                left.remove(0);
            }
        });
        assertEquals(List.of(), left, "not in the order of the list");
    }

    // [utest->req~study.ahead.plan~1]
    @RepeatedTest(200)
    void whatWouldFitAloneIsOnlyLeftOutForSomethingMoreUrgent(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<AheadCase> cases = cases(random);
        AheadBudget.Left left = left(random);

        AheadPlan plan = AheadPlan.of(cases, left);

        cases.stream().findFirst().ifPresent(first -> {
            AheadStudy study = first.study();
            boolean fits = study.bytesMissing() <= left.freeBytes()
                    && study.bytesHere() + study.bytesMissing() <= left.mostBytes();
            assertEquals(fits && !study.isHere(), plan.brings(study.uid()));
        });
    }

    // [utest->req~study.ahead.plan~1]
    @RepeatedTest(200)
    void allComesInTheEndAndNothingThatRunsIsStopped(RepetitionInfo run) {
        List<AheadCase> cases = cases(new Random(run.getCurrentRepetition()));
        List<AheadStudy> came = new ArrayList<>();

        AheadPlan plan = AheadPlan.of(cases, ENDLESS);
        while (plan.first().isPresent() && came.size() < LARGEST) {
            AheadStudy running = plan.first().orElseThrow();
            assertFalse(AheadPlan.of(cases, ENDLESS).stops(running.uid()), "the same list stops nothing");
            came.add(running);
            cases = cases.stream().map(each -> after(each, running)).toList();
            plan = AheadPlan.of(cases, ENDLESS);
        }

        assertTrue(wanted(cases).stream().allMatch(AheadStudy::isHere));
        assertEquals(came.size(), came.stream().map(AheadStudy::uid).distinct().count());
    }

    private static AheadCase after(AheadCase each, AheadStudy came) {
        return new AheadCase(
                after(each.study(), came),
                each.priors().stream().map(prior -> after(prior, came)).toList());
    }

    private static AheadStudy after(AheadStudy study, AheadStudy came) {
        return study.uid().equals(came.uid()) ? study.whole() : study;
    }

    // [utest->req~study.ahead.plan~1]
    @Test
    void whatRunsIsStoppedForSomethingMoreUrgentAndWhenItIsWantedNoMore() {
        AheadCase routine = new AheadCase(study(1, 0, 10), List.of());
        AheadCase stat = new AheadCase(study(2, 0, 10), List.of());
        Uid running = routine.study().uid();

        assertFalse(AheadPlan.of(List.of(routine), ENDLESS).stops(running));
        assertFalse(AheadPlan.of(List.of(routine, stat), ENDLESS).stops(running));
        assertTrue(AheadPlan.of(List.of(stat, routine), ENDLESS).stops(running));
        assertTrue(AheadPlan.of(List.of(stat), ENDLESS).stops(running));
        assertTrue(AheadPlan.NOTHING.stops(running));
    }

    // [utest->req~study.ahead.budget~1]
    @Test
    void aStudyThatDoesNotFitTakesItsPriorsWithItAndLeavesTheRoomToSmallerOnes() {
        AheadCase large = new AheadCase(study(1, 0, 50), List.of(study(2, 0, 5)));
        AheadCase small = new AheadCase(study(3, 0, 5), List.of());

        AheadPlan plan = AheadPlan.of(List.of(large, small), new AheadBudget.Left(40, 100));

        assertEquals(List.of(small.study()), plan.toBring());
        assertEquals(Set.of(large.study().uid()), plan.withoutRoom());
    }

    // [utest->req~study.ahead.budget~1]
    @Test
    void theReserveOfTheDiskIsLeftAlone() {
        assertEquals(0, new AheadBudget(100, 20, () -> 20).left().freeBytes());
        assertEquals(0, new AheadBudget(100, 20, () -> 5).left().freeBytes());
        assertEquals(3, new AheadBudget(100, 20, () -> 23).left().freeBytes());
    }
}
