package org.candela.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.PriorityWords;
import org.candela.order.Order;
import org.candela.order.OrderIndex;
import org.candela.order.OrderMerge;
import org.candela.order.OrderedStudy;
import org.candela.order.Orders;
import org.candela.store.StoreException;
import org.candela.study.StudySummary;

/**
 * Lays orders over the rows of studies: the one place where both meet. Rows without an order stay the objects they were,
 * and a facility is worked over only when its studies or its orders have changed.
 *
 * <p>Safe from any thread.
 */
// [impl->req~worklist.orders~1]
final class OrderOverlay {
    /** How long an order that was taken back is shown. */
    static final Duration CANCELLED_SHOWN = Duration.ofHours(12);
    /** How old an overlay may be: rows of cancelled orders leave by the clock. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final Orders orders;
    private final RowMaker maker;
    private final Clock clock;
    private final Map<FacilityId, Laid> known = new ConcurrentHashMap<>();

    /** What an overlay was made of. */
    private record Laid(FacilityRows studies, OrderIndex orders, Instant at, FacilityRows rows) {
        boolean isOf(FacilityRows otherStudies, OrderIndex otherOrders, Instant now) {
            return studies == otherStudies
                    && orders == otherOrders
                    && Duration.between(at, now).abs().compareTo(OLDEST) < 0;
        }
    }

    OrderOverlay(Orders orders, RowMaker maker, Clock clock) {
        this.orders = orders;
        this.maker = maker;
        this.clock = clock;
    }

    /** {@code studies} with the orders of their facility. */
    FacilityRows over(FacilityId facility, FacilityRows studies) throws StoreException {
        OrderIndex index = orders.of(facility);
        if (index.isEmpty()) {
            return studies;
        }
        Instant now = clock.instant();
        Laid before = known.get(facility);
        if (before != null && before.isOf(studies, index, now)) {
            return before.rows();
        }
        FacilityRows rows = lay(new Overlay(index, studies.standing().rules().words(), now), studies);
        known.put(facility, new Laid(studies, index, now, rows));
        return rows;
    }

    /** What another process did to the orders of a facility is seen from now on. */
    void catchUp(FacilityId facility) throws StoreException {
        orders.catchUp(facility);
    }

    /** The same, as far as it was laid before; waits for nothing. */
    Optional<ReadingItem> known(ReadingItem.Id id) {
        return Optional.ofNullable(known.get(id.facility()))
                .flatMap(laid -> laid.rows().find(id.study()));
    }

    /** What is laid over studies. */
    private record Overlay(OrderIndex index, PriorityWords words, Instant now) {}

    private FacilityRows lay(Overlay overlay, FacilityRows studies) {
        List<ReadingItem> changed = new ArrayList<>();
        List<Uid> gone = new ArrayList<>();
        List<StudySummary> listed = new ArrayList<>();
        for (ReadingItem row : studies.items()) {
            listed.add(row.study());
            List<Order> named = overlay.index().naming(row.study());
            if (!named.isEmpty()) {
                OrderedStudy merged = OrderMerge.merge(row.study(), named, overlay.words());
                ReadingItem ordered =
                        maker.ordered(row, merged, studies.standing().rules());
                if (ordered.state() == ReadingState.CANCELLED && isLongAgo(named, overlay.now())) {
                    gone.add(row.study().uid());
                } else {
                    changed.add(ordered);
                }
            }
        }
        overlay.index()
                .without(listed, overlay.now().minus(CANCELLED_SHOWN), overlay.words())
                .forEach(awaited ->
                        changed.add(maker.awaited(awaited, studies.standing().rules())));
        return studies.with(changed, gone);
    }

    private static boolean isLongAgo(List<Order> orders, Instant now) {
        return orders.stream().allMatch(order -> order.times().received().isBefore(now.minus(CANCELLED_SHOWN)));
    }
}
