package org.candela.order.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.order.feed.FeedException.Refusal;

/** The segments of one order of a message: its own, and those it shares with the others (PID, PV1, notes before). */
final class OrderGroup {
    private final List<Segment> shared;
    private final List<Segment> own = new ArrayList<>();

    private OrderGroup(List<Segment> shared) {
        this.shared = shared;
    }

    /** A group begins at ORC, and at a further OBR below the same ORC. */
    static List<OrderGroup> of(List<Segment> segments) throws FeedException {
        List<Segment> shared = new ArrayList<>();
        List<OrderGroup> groups = new ArrayList<>();
        Optional<Segment> control = Optional.empty();
        for (Segment segment : segments) {
            boolean isControl = segment.name().equals("ORC");
            boolean isFurther = segment.name().equals("OBR")
                    && !groups.isEmpty()
                    && groups.get(groups.size() - 1).find("OBR").isPresent();
            if (isControl || isFurther) {
                OrderGroup group = new OrderGroup(shared);
                if (isFurther) {
                    control.ifPresent(group.own::add);
                }
                groups.add(group);
            }
            control = isControl ? Optional.of(segment) : control;
            (groups.isEmpty() ? shared : groups.get(groups.size() - 1).own).add(segment);
        }
        if (groups.isEmpty()) {
            throw new FeedException(Refusal.SEGMENT_SEQUENCE, "the message has no ORC segment");
        }
        return groups;
    }

    /** The first segment of this name, its own before a shared one. */
    Optional<Segment> find(String name) {
        return own.stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .or(() -> shared.stream()
                        .filter(segment -> segment.name().equals(name))
                        .findFirst());
    }

    /** A component of a field of the first such segment; blank when absent. */
    String value(String segment, int field, int component) throws FeedException {
        Optional<Segment> found = find(segment);
        return found.isEmpty() ? "" : found.orElseThrow().component(field, component);
    }

    /** All NTE-3, those on the patient first. */
    String notes() throws FeedException {
        List<String> notes = new ArrayList<>();
        for (List<Segment> segments : List.of(shared, own)) {
            for (Segment segment : segments) {
                if (segment.name().equals("NTE")) {
                    notes.add(segment.text(3));
                }
            }
        }
        return String.join("\n", notes).strip();
    }
}
