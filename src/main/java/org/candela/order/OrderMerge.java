package org.candela.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.facility.PriorityWords;
import org.candela.facility.ReadingPriority;
import org.candela.order.Order.Orderer;
import org.candela.order.OrderFacts.Standing;
import org.candela.study.Patient;
import org.candela.study.StudySummary;

/**
 * A study and the orders it answers, as one. Pure.
 *
 * <p>What was made is told by the study; what was asked, by workitem before order message before modality worklist. Where
 * two priorities are told the more urgent counts, of two deadlines the earlier, and both are said.
 */
// [impl->req~order.merge~1]
public final class OrderMerge {
    private static final Comparator<Order> MOST_BELIEVED_FIRST = Comparator.comparing(Order::source)
            .thenComparing(order -> order.times().received(), Comparator.reverseOrder())
            .thenComparing(order -> order.numbers().placer() + "/"
                    + order.numbers().filler() + "/" + order.step().workitem());

    private OrderMerge() {}

    /**
     * @param orders those that name the study, in any order; one of another patient adds nothing but a warning
     * @param words what the facility's priorities mean
     */
    public static OrderedStudy merge(StudySummary study, List<Order> orders, PriorityWords words) {
        List<Order> believed = orders.stream()
                .filter(order -> mayBeOf(study.patient(), order.subject().patient()))
                .sorted(MOST_BELIEVED_FIRST)
                .toList();
        List<String> conflicts = new ArrayList<>();
        if (believed.size() < orders.size()) {
            conflicts.add("an order with the number of this study names another patient; ask the facility");
        }
        if (believed.isEmpty()) {
            return new OrderedStudy(study, conflicts.isEmpty() ? OrderFacts.NONE : warned(conflicts));
        }
        List<Order> live =
                believed.stream().filter(order -> !order.status().isTakenBack()).toList();
        return new Merging(study, believed, live.isEmpty() ? believed : live, conflicts).result(words);
    }

    private static OrderFacts warned(List<String> conflicts) {
        OrderFacts none = OrderFacts.NONE;
        return new OrderFacts(
                Standing.NONE,
                none.deadline(),
                none.reason(),
                none.procedure(),
                none.orderer(),
                List.of(),
                none.workitem(),
                List.of(),
                conflicts);
    }

    /** Ids of one issuer that differ are two patients; without an id on both sides nothing is known. */
    static boolean mayBeOf(Patient one, Patient other) {
        boolean isComparable = !one.id().isEmpty()
                && !other.id().isEmpty()
                && (one.issuer().isEmpty()
                        || other.issuer().isEmpty()
                        || one.issuer().equals(other.issuer()));
        return !isComparable || one.id().equals(other.id());
    }

    /**
     * One study under work.
     *
     * @param all most believed first
     * @param counting those of them that are not taken back; all where none is left
     */
    private record Merging(StudySummary study, List<Order> all, List<Order> counting, List<String> conflicts) {
        OrderedStudy result(PriorityWords words) {
            Optional<ReadingPriority> priority = priority(words);
            Optional<Instant> deadline = deadline();
            String state = state();
            boolean isTakenBack = counting.get(0).status().isTakenBack();
            if (!isTakenBack && counting.size() < all.size()) {
                conflicts.add(
                        "cancelled by " + sources(all, order -> order.status().isTakenBack()) + ", not by "
                                + sources(counting, order -> true));
            }
            if (isStepGivenUp()) {
                conflicts.add(
                        "its workitem was cancelled and no other is there; ask the facility whether it is to be read");
            }
            OrderFacts facts = new OrderFacts(
                    isTakenBack ? Standing.CANCELLED : Standing.ORDERED,
                    deadline,
                    first(order -> order.request().reason()),
                    first(order -> order.request().procedure()),
                    orderer(),
                    counting.stream()
                            .flatMap(order -> order.step().performers().stream())
                            .distinct()
                            .toList(),
                    counting.stream()
                            .flatMap(order -> order.step().workitem().stream())
                            .findFirst(),
                    all.stream().map(Order::source).distinct().toList(),
                    conflicts);
            StudySummary.Place place = new StudySummary.Place(study.place().institution(), state);
            return new OrderedStudy(
                    new StudySummary(
                            study.identity(),
                            study.facility(),
                            study.modalities(),
                            study.instanceCount(),
                            priority,
                            study.receivedAt(),
                            place),
                    facts);
        }

        private boolean isStepGivenUp() {
            List<Order> steps = counting.stream()
                    .filter(order -> order.source() == OrderSource.WORKITEM)
                    .toList();
            return !steps.isEmpty()
                    && steps.stream().allMatch(step -> step.step().state().equals(Order.Step.CANCELED));
        }

        private Optional<ReadingPriority> priority(PriorityWords words) {
            Map<ReadingPriority, List<String>> told = new LinkedHashMap<>();
            study.priority().ifPresent(priority -> tell(told, priority, "study list"));
            for (Order order : counting) {
                String word = order.request().priorityWord();
                Optional<ReadingPriority> meant = order.source().meaning(words, word);
                meant.ifPresent(priority -> tell(told, priority, order.source().word()));
                if (meant.isEmpty() && !word.isBlank()) {
                    conflicts.add("the " + order.source().word() + " says priority \"" + word
                            + "\", which means nothing here; tell what it means for " + order.facility());
                }
            }
            if (told.size() > 1) {
                conflicts.add("priorities differ: "
                        + told.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + "; the more urgent counts");
            }
            return told.keySet().stream().min(Comparator.naturalOrder());
        }

        private static void tell(Map<ReadingPriority, List<String>> told, ReadingPriority priority, String source) {
            List<String> sources = told.computeIfAbsent(priority, key -> new ArrayList<>());
            if (!sources.contains(source)) {
                sources.add(source);
            }
        }

        private Optional<Instant> deadline() {
            TreeSet<Instant> told = counting.stream()
                    .flatMap(order -> order.times().deadline().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (told.size() > 1) {
                conflicts.add("deadlines differ: "
                        + told.stream().map(Instant::toString).collect(Collectors.joining(", "))
                        + "; the earlier counts");
            }
            return told.isEmpty() ? Optional.empty() : Optional.of(told.first());
        }

        /** The state of a patient decides on a licence: two that differ are said. */
        private String state() {
            String listed = study.place().residence();
            List<String> told = Stream.concat(
                            counting.stream().map(order -> order.subject().state()), Stream.of(listed))
                    .filter(state -> !state.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
            if (told.size() > 1) {
                conflicts.add("the patient's state differs: " + String.join(", ", told) + "; the first counts");
            }
            return told.isEmpty() ? "" : told.get(0);
        }

        /** Name and phone of one source, since a phone is that of the person named. */
        private Orderer orderer() {
            List<Orderer> told = counting.stream()
                    .map(Order::orderer)
                    .filter(orderer ->
                            !orderer.name().isBlank() || !orderer.phone().isBlank())
                    .toList();
            return told.stream()
                    .filter(orderer -> !orderer.name().isBlank())
                    .findFirst()
                    .or(() -> told.stream().findFirst())
                    .orElse(Orderer.UNTOLD);
        }

        private String first(Function<Order, String> text) {
            return counting.stream()
                    .map(text)
                    .filter(words -> !words.isBlank())
                    .findFirst()
                    .orElse("");
        }

        private static String sources(List<Order> orders, Predicate<Order> which) {
            return orders.stream()
                    .filter(which)
                    .map(order -> order.source().word())
                    .distinct()
                    .collect(Collectors.joining(" and "));
        }
    }
}
