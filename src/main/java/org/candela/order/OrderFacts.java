package org.candela.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.order.Order.Orderer;

/**
 * What orders add to a study on the list, and where they contradict each other.
 *
 * @param standing whether there is an order, and whether it was taken back
 * @param deadline when the facility expects the report
 * @param reason why it was asked; may be blank
 * @param procedure what was asked; may be blank
 * @param performers who is to do it, or does
 * @param workitem claimed for it where its facility offers that
 * @param sources that tell of it, most believed first
 * @param conflicts one sentence each, for the reader; without patient data
 */
public record OrderFacts(
        Standing standing,
        Optional<Instant> deadline,
        String reason,
        String procedure,
        Orderer orderer,
        List<String> performers,
        Optional<Uid> workitem,
        List<OrderSource> sources,
        List<String> conflicts) {
    /** No order is known. */
    public static final OrderFacts NONE = new OrderFacts(
            Standing.NONE, Optional.empty(), "", "", Orderer.UNTOLD, List.of(), Optional.empty(), List.of(), List.of());

    /** How a study and its orders stand to each other. */
    public enum Standing {
        /** Nobody told of an order. */
        NONE,
        ORDERED,
        /** Every source that tells of it has taken it back. */
        CANCELLED
    }

    public OrderFacts {
        performers = List.copyOf(performers);
        sources = List.copyOf(sources);
        conflicts = List.copyOf(conflicts);
    }

    /** Where the facts are from, as {@code "workitem, order message"}; blank without an order. */
    public String sourceWords() {
        return String.join(", ", sources.stream().map(OrderSource::word).toList());
    }
}
