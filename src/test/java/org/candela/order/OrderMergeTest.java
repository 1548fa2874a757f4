package org.candela.order;

import static org.candela.order.OrderSamples.NOW;
import static org.candela.order.OrderSamples.PATIENT;
import static org.candela.order.OrderSamples.STUDY;
import static org.candela.order.OrderSamples.asking;
import static org.candela.order.OrderSamples.because;
import static org.candela.order.OrderSamples.due;
import static org.candela.order.OrderSamples.numbered;
import static org.candela.order.OrderSamples.ofPatient;
import static org.candela.order.OrderSamples.order;
import static org.candela.order.OrderSamples.study;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.candela.base.Uid;
import org.candela.facility.PriorityWords;
import org.candela.facility.ReadingPriority;
import org.candela.order.OrderFacts.Standing;
import org.candela.study.Patient;
import org.candela.study.StudySummary;
import org.junit.jupiter.api.Test;

// [utest->req~order.merge~1]
// [utest->req~order.before-images~1]
class OrderMergeTest {
    private static final StudySummary LISTED = study(STUDY, "AC1");

    private static OrderedStudy merged(Order... orders) {
        return OrderMerge.merge(LISTED, List.of(orders), PriorityWords.STANDARD);
    }

    @Test
    void aStudyWithoutOrdersStaysAsItIs() {
        assertEquals(new OrderedStudy(LISTED, OrderFacts.NONE), merged());
    }

    @Test
    void whatAWorkitemSaysGoesBeforeAMessageAndThatBeforeTheModalityWorklist() {
        Order workitem = because(order(OrderSource.WORKITEM), "");
        Order message = because(order(OrderSource.MESSAGE), "fall");
        Order schedule = because(order(OrderSource.SCHEDULE), "pain");

        OrderFacts facts = merged(schedule, message, workitem).facts();

        assertEquals("fall", facts.reason());
        assertEquals(List.of(OrderSource.WORKITEM, OrderSource.MESSAGE, OrderSource.SCHEDULE), facts.sources());
        assertEquals(Optional.of(new Uid("1.9.1")), facts.workitem());
    }

    @Test
    void ofTwoPrioritiesTheMoreUrgentCountsAndBothAreTold() {
        OrderedStudy row = merged(asking(order(OrderSource.WORKITEM), "LOW"), asking(order(), "S"));

        assertEquals(Optional.of(ReadingPriority.STAT), row.study().priority());
        assertEquals(
                List.of("priorities differ: STAT (order message), ROUTINE (workitem); the more urgent counts"),
                row.facts().conflicts());
    }

    @Test
    void aWordThatMeansNothingIsToldAndNotGuessed() {
        OrderedStudy row = merged(asking(order(), "EILIG"));

        assertEquals(Optional.empty(), row.study().priority());
        assertTrue(
                row.facts().conflicts().get(0).contains("\"EILIG\""),
                row.facts().toString());
    }

    @Test
    void ofTwoDeadlinesTheEarlierCountsAndBothAreTold() {
        Order early = due(order(), NOW.plus(Duration.ofHours(1)));
        Order late = due(order(OrderSource.WORKITEM), NOW.plus(Duration.ofHours(2)));

        OrderFacts facts = merged(early, late).facts();

        assertEquals(Optional.of(NOW.plus(Duration.ofHours(1))), facts.deadline());
        assertTrue(facts.conflicts().get(0).startsWith("deadlines differ"), facts.toString());
    }

    @Test
    void theStateOfTheOrderBecomesThatOfTheStudyAndTwoThatDifferAreTold() {
        OrderedStudy row =
                merged(ofPatient(order(OrderSource.WORKITEM), PATIENT, "TX"), ofPatient(order(), PATIENT, "NM"));

        assertEquals("TX", row.study().place().residence());
        assertEquals(
                List.of("the patient's state differs: TX, NM; the first counts"),
                row.facts().conflicts());
    }

    @Test
    void anOrderOfAnotherPatientAddsNothingButAWarning() {
        Patient other = new Patient("MRN2", "NORTH", "MUSTER^ERIKA", PATIENT.birthDate(), "F");

        OrderedStudy row = merged(ofPatient(asking(order(), "S"), other, "TX"));

        assertEquals(LISTED, row.study());
        assertEquals(Standing.NONE, row.facts().standing());
        assertEquals(1, row.facts().conflicts().size());
    }

    @Test
    void cancelledOnlyWhenEverySourceTookItBack() {
        Order cancelled = order().standing(OrderStatus.CANCELLED);

        assertEquals(Standing.CANCELLED, merged(cancelled).facts().standing());
        OrderFacts both = merged(cancelled, order(OrderSource.SCHEDULE)).facts();
        assertEquals(Standing.ORDERED, both.standing());
        assertEquals(List.of("cancelled by order message, not by modality worklist"), both.conflicts());
    }

    @Test
    void aWorkitemGivenBackLeavesItsStudyToBeReadAndIsTold() {
        Order step = order(OrderSource.WORKITEM);
        Order givenBack = new Order(
                step.facility(),
                step.source(),
                step.numbers(),
                step.request(),
                step.subject(),
                step.orderer(),
                step.times(),
                OrderStatus.WITHDRAWN,
                new Order.Step(step.step().workitem(), Order.Step.CANCELED, List.of()));

        OrderFacts facts = merged(givenBack).facts();

        assertEquals(Standing.ORDERED, facts.standing());
        assertTrue(facts.conflicts().get(0).startsWith("its workitem was cancelled"), facts.toString());
        Order again = new Order(
                step.facility(),
                step.source(),
                step.numbers(),
                step.request(),
                step.subject(),
                step.orderer(),
                step.times(),
                OrderStatus.NEW,
                new Order.Step(Optional.of(new Uid("1.9.2")), "SCHEDULED", List.of()));
        assertEquals(List.of(), merged(givenBack, again).facts().conflicts());
    }

    @Test
    void theOrderInWhichSourcesAnswerChangesNothing() {
        Random random = new Random(6);
        String[] words = {"S", "R", "A", "HIGH", "LOW", "", "odd"};
        String[] states = {"", "TX", "NM"};
        for (int round = 0; round < 2_000; round++) {
            List<Order> orders = new ArrayList<>();
            for (OrderSource source : OrderSource.values()) {
                if (random.nextBoolean()) {
                    Order asked = asking(order(source), words[random.nextInt(words.length)]);
                    Order made = ofPatient(asked, PATIENT, states[random.nextInt(states.length)])
                            .standing(List.of(OrderStatus.values()).get(random.nextInt(6)));
                    orders.add(because(made, random.nextBoolean() ? source.name() : ""));
                }
            }
            OrderedStudy row = OrderMerge.merge(LISTED, orders, PriorityWords.STANDARD);
            Collections.shuffle(orders, random);

            assertEquals(row, OrderMerge.merge(LISTED, orders, PriorityWords.STANDARD));
            Optional<ReadingPriority> most = orders.stream()
                    .filter(order -> !order.status().isTakenBack()
                            || orders.stream().allMatch(each -> each.status().isTakenBack()))
                    .flatMap(order ->
                            order
                                    .source()
                                    .meaning(
                                            PriorityWords.STANDARD,
                                            order.request().priorityWord())
                                    .stream())
                    .min(ReadingPriority::compareTo);
            assertEquals(most, row.study().priority());
            assertEquals(LISTED.identity(), row.study().identity());
        }
    }

    @Test
    void anOrderIsFoundByStudyElseByAccessionAndNeverByName() {
        Order byUid = numbered(order(), new Order.Numbers("1", "", "", "", Optional.of(STUDY)));
        Order byAccession = numbered(order(), new Order.Numbers("2", "", "AC1", "", Optional.empty()));
        Order otherStudy = numbered(order(), new Order.Numbers("3", "", "AC1", "", Optional.of(new Uid("1.9"))));
        Order sameName = numbered(order(), new Order.Numbers("4", "", "AC4", "", Optional.empty()));

        OrderIndex index = OrderIndex.of(List.of(byUid, byAccession, otherStudy, sameName));

        assertEquals(List.of(byUid, byAccession), index.naming(LISTED));
        assertEquals(List.of(byUid), index.naming(study(STUDY, "")));
        assertEquals(List.of(), index.naming(study(new Uid("1.8"), "")));
    }

    @Test
    void whatSeveralSourcesOrderedIsOneRowUntilItsImagesAreListed() {
        Order message = numbered(asking(order(), "S"), new Order.Numbers("1", "", "AC1", "", Optional.empty()));
        Order schedule = order(OrderSource.SCHEDULE);
        Order done = numbered(order(), new Order.Numbers("2", "", "AC2", "", Optional.empty()))
                .standing(OrderStatus.DONE);
        OrderIndex index = OrderIndex.of(List.of(message, schedule, done));

        List<OrderedStudy> rows = index.without(List.of(), NOW, PriorityWords.STANDARD);

        assertEquals(1, rows.size());
        assertEquals(STUDY, rows.get(0).study().uid());
        assertEquals(Optional.of(ReadingPriority.STAT), rows.get(0).study().priority());
        assertEquals(List.of(), index.without(List.of(LISTED), NOW, PriorityWords.STANDARD));
    }

    @Test
    void aRowWithoutAStudyUidIsTheSameAtEveryLook() {
        Order order = numbered(order(), new Order.Numbers("1", "", "AC1", "", Optional.empty()));

        Uid first = OrderIndex.of(List.of(order))
                .without(List.of(), NOW, PriorityWords.STANDARD)
                .get(0)
                .study()
                .uid();
        Uid again = OrderIndex.of(List.of(asking(order, "S")))
                .without(List.of(), NOW, PriorityWords.STANDARD)
                .get(0)
                .study()
                .uid();

        assertEquals(first, again);
        assertTrue(first.value().startsWith("2.25."), first.value());
    }

    @Test
    void aCancelledOrderIsShownForAWhile() {
        Order cancelled = order().standing(OrderStatus.CANCELLED);
        OrderIndex index = OrderIndex.of(List.of(cancelled));

        List<OrderedStudy> soon = index.without(List.of(), NOW.minusSeconds(1), PriorityWords.STANDARD);

        assertEquals(Standing.CANCELLED, soon.get(0).facts().standing());
        assertEquals(List.of(), index.without(List.of(), NOW, PriorityWords.STANDARD));
    }
}
