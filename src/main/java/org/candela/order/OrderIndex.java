package org.candela.order;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.facility.PriorityWords;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;

/**
 * The orders of one facility, found by the numbers that studies have: Study Instance UID first, else accession number.
 * Never by a name. Immutable.
 */
public final class OrderIndex {
    /** A facility without orders. */
    public static final OrderIndex EMPTY = new OrderIndex(List.of());

    private static final int UUID_BYTES = 16;

    private final List<Order> all;
    private final Map<Uid, List<Order>> byStudy = new HashMap<>();
    private final Map<String, List<Order>> byAccession = new HashMap<>();

    private OrderIndex(List<Order> all) {
        this.all = List.copyOf(all);
        for (Order order : this.all) {
            order.numbers().study().ifPresent(uid -> byStudy.computeIfAbsent(uid, key -> new ArrayList<>())
                    .add(order));
            if (!order.numbers().accession().isBlank()) {
                byAccession
                        .computeIfAbsent(order.numbers().accession(), key -> new ArrayList<>())
                        .add(order);
            }
        }
    }

    /** Over the newest version of each order of one facility. */
    public static OrderIndex of(List<Order> orders) {
        return orders.isEmpty() ? EMPTY : new OrderIndex(orders);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Orders that name {@code study}: by its UID; by its accession number those that name no study, or this one. */
    public List<Order> naming(StudySummary study) {
        if (all.isEmpty()) {
            return List.of();
        }
        return named(study.uid(), study.identity().accessionNumber());
    }

    private List<Order> named(Uid study, String accession) {
        Set<Order> found = new LinkedHashSet<>(byStudy.getOrDefault(study, List.of()));
        if (!accession.isBlank()) {
            byAccession.getOrDefault(accession, List.of()).stream()
                    .filter(order -> order.numbers().study().map(study::equals).orElse(true))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * A row for each examination asked for whose images no study of {@code listed} has, however many sources tell of it.
     * One that every source took back has a row until it is older than {@code cancelledSince}.
     */
    // [impl->req~order.before-images~1]
    public List<OrderedStudy> without(Collection<StudySummary> listed, Instant cancelledSince, PriorityWords words) {
        Set<Order> answered = new HashSet<>();
        listed.forEach(study -> answered.addAll(naming(study)));
        Map<Uid, OrderedStudy> rows = new LinkedHashMap<>();
        for (Order order : all) {
            boolean isShown = order.status().isAwaited()
                    || (order.status().isTakenBack() && order.times().received().isAfter(cancelledSince));
            if (isShown && !answered.contains(order)) {
                rows.computeIfAbsent(uidOf(order), uid -> row(uid, order, words));
            }
        }
        return List.copyOf(rows.values());
    }

    private OrderedStudy row(Uid uid, Order order, PriorityWords words) {
        String accession = order.numbers().accession();
        List<Order> same = Stream.concat(Stream.of(order), named(uid, accession).stream())
                .distinct()
                .toList();
        return OrderMerge.merge(study(uid, order), same, words);
    }

    private static StudySummary study(Uid uid, Order order) {
        StudyIdentity identity = new StudyIdentity(
                uid,
                order.subject().patient(),
                order.numbers().accession(),
                Optional.empty(),
                order.request().procedure(),
                order.orderer().name());
        String modality = order.request().modality();
        Instant received = order.times().received();
        return new StudySummary(
                identity,
                order.facility(),
                modality.isBlank() ? Set.of() : Set.of(modality),
                0,
                Optional.empty(),
                Optional.of(order.times()
                        .requested()
                        .filter(requested -> requested.isAfter(received))
                        .orElse(received)));
    }

    /** The study's, where another order with the accession number tells it; else one derived from the numbers. */
    private Uid uidOf(Order order) {
        String accession = order.numbers().accession();
        return order.numbers()
                .study()
                .or(() -> accession.isBlank()
                        ? Optional.empty()
                        : byAccession.getOrDefault(accession, List.of()).stream()
                                .flatMap(other -> other.numbers().study().stream())
                                .findFirst())
                .orElseGet(() -> derived(order));
    }

    /** Under 2.25 (PS3.5 B.2), the same at every call; stands for the row and is sent nowhere. */
    private static Uid derived(Order order) {
        Order.Numbers numbers = order.numbers();
        String name = !numbers.accession().isBlank()
                ? "accession " + numbers.accession()
                : numbers.placer() + "/" + numbers.filler() + "/" + order.step().workitem();
        byte[] hash = Sha256.digest().digest((order.facility() + " " + name).getBytes(StandardCharsets.UTF_8));
        return new Uid("2.25." + new BigInteger(1, Arrays.copyOf(hash, UUID_BYTES)));
    }
}
