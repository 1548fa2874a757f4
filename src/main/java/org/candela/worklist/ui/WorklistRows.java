package org.candela.worklist.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.order.OrderFacts;
import org.candela.ui.Formats;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingOrder;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistRow.Actuality;
import org.candela.worklist.ui.WorklistRow.Lateness;
import org.candela.worklist.ui.WorklistRow.Origin;

/** Writes the list as text. Pure. */
final class WorklistRows {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final String REFUSED = "REFUSED by facility";

    private WorklistRows() {}

    /** What makes words of a row as it reads at {@code now}. */
    static Function<ReadingItem, WorklistRow> words(
            List<FacilityFreshness> facilities, Function<ReadingItem, Said> said, Instant now) {
        Set<String> stale = facilities.stream()
                .filter(facility -> !facility.isUpToDate())
                .map(FacilityFreshness::facility)
                .collect(Collectors.toSet());
        return item -> row(item, origin(item, stale), said.apply(item), now);
    }

    /**
     * What is said of a row beyond what it holds.
     *
     * @param unread how many unread messages are about it
     * @param refused why the facility refused its report
     * @param ahead how far its images are, where they are brought before it is opened
     * @param zone whose times of day are told
     */
    record Said(
            ClaimWords claim,
            AlsoAt also,
            int unread,
            Optional<String> refused,
            Optional<AheadMark> ahead,
            ZoneId zone) {}

    /** {@code "STAT, due 14:30, received 14:02"}. */
    private static String times(ReadingItem item, ZoneId zone) {
        if (!item.state().isOpenWork()) {
            return "";
        }
        return item.urgency().priority() + ", due "
                + CLOCK.format(item.urgency().deadline().atZone(zone)) + ", received "
                + CLOCK.format(item.urgency().receivedAt().atZone(zone));
    }

    private static Origin origin(ReadingItem item, Set<String> stale) {
        String facility = item.study().facility().value();
        if (!item.listing().isCurrent()) {
            return new Origin(facility, Actuality.WITHDRAWN);
        }
        return new Origin(facility, stale.contains(facility) ? Actuality.STALE : Actuality.CURRENT);
    }

    private static WorklistRow row(ReadingItem item, Origin origin, Said said, Instant now) {
        String unread = unread(said.unread());
        Optional<AheadMark> ahead = said.ahead().filter(mark -> item.state() == ReadingState.READY);
        return new WorklistRow(
                item,
                item.urgency().priority(),
                due(item, now),
                lateness(item, now),
                origin,
                Formats.personName(item.study().patient().name()),
                String.join(" ", new TreeSet<>(item.study().modalities())),
                (unread.isEmpty() ? "" : unread + " \u00b7 ") + description(item),
                ahead(said.refused().isPresent() ? REFUSED : state(item, said.claim()), ahead)
                        + (said.also().facilities().isEmpty()
                                ? ""
                                : ", also at " + said.also().facilities()),
                Stream.of(
                                said.refused()
                                        .map(why ->
                                                "The facility refused the report: " + why + ". Open it for what to do.")
                                        .orElse(""),
                                ReadingOrder.reason(item, now),
                                times(item, said.zone()),
                                said.claim().sentence(),
                                said.also().sentence(),
                                ahead.map(AheadMark::sentence).orElse(""),
                                orderWords(item.order()).strip(),
                                unread.isEmpty() ? "" : unread + " unread")
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    /** Of a study that nobody has, where its images are says more than that it can be read; the column is narrow. */
    private static String ahead(String state, Optional<AheadMark> mark) {
        String usual = stateWords(ReadingState.READY);
        return mark.map(told -> state.equals(usual) ? told.words() : state + " \u00b7 " + told.words())
                .orElse(state);
    }

    private static String unread(int count) {
        return count == 0 ? "" : count + (count == 1 ? " message" : " messages");
    }

    /** As the study is called; as it was asked for where it has no name of its own. */
    private static String description(ReadingItem item) {
        String own = item.study().identity().description();
        return own.isBlank() ? item.order().procedure() : own;
    }

    /** Why it was asked, who asked and how they are reached; nothing without an order. */
    private static String orderWords(OrderFacts order) {
        StringBuilder words = new StringBuilder();
        if (!order.reason().isBlank()) {
            words.append("\nReason: ").append(order.reason());
        }
        String orderer = Formats.personName(order.orderer().name());
        if (!orderer.isBlank() || !order.orderer().phone().isBlank()) {
            words.append("\nOrdered by ")
                    .append((orderer + " " + order.orderer().phone()).strip());
        }
        if (!order.performers().isEmpty()) {
            words.append("\nFor ")
                    .append(order.performers().stream().map(Formats::personName).collect(Collectors.joining(", ")));
        }
        if (!order.sources().isEmpty()) {
            words.append("\nOrder by ").append(order.sourceWords());
        }
        return words.toString();
    }

    private static String due(ReadingItem item, Instant now) {
        if (!item.state().isOpenWork()) {
            return "\u2013";
        }
        Duration left = Duration.between(now, item.urgency().deadline());
        return left.isNegative() ? "overdue " + Formats.span(left.negated()) : "in " + Formats.span(left);
    }

    private static Lateness lateness(ReadingItem item, Instant now) {
        Instant deadline = item.urgency().deadline();
        if (!item.state().isOpenWork()) {
            return Lateness.ON_TIME;
        }
        if (now.isAfter(deadline)) {
            return Lateness.OVER;
        }
        Duration promised = Duration.between(item.urgency().receivedAt(), deadline);
        boolean isLastQuarter = Duration.between(now, deadline).compareTo(promised.dividedBy(4)) <= 0;
        return isLastQuarter ? Lateness.SOON : Lateness.ON_TIME;
    }

    private static String stateWords(ReadingState state) {
        return state == ReadingState.NEW
                ? "no images yet"
                : state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With how far the claim reaches. */
    private static String state(ReadingItem item, ClaimWords claim) {
        String state = claim.replacesState() ? claim.mark() : stateWords(item.state());
        if (!item.listing().isCurrent()) {
            return state + ", withdrawn";
        }
        return claim.replacesState() || claim.mark().isEmpty() ? state : state + " (" + claim.mark() + ")";
    }
}
