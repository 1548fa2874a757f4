package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.candela.worklist.FacilityHealth;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingOrder;
import org.candela.worklist.WorklistSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code candela worklist}: what is to be read. Exit 0 when every facility answered, 1 when one did not. */
// [impl->req~cli.worklist~1]
@Command(
        name = "worklist",
        description = "The studies of all facilities, most urgent first.",
        mixinStandardHelpOptions = true)
public final class WorklistCommand implements Callable<Integer> {
    private final Callable<WorklistSnapshot> worklist;
    private final Clock clock;

    @Mixin
    private final Output output = new Output();

    /** @param worklist asks all facilities, opening and closing what it needs for that */
    public WorklistCommand(Callable<WorklistSnapshot> worklist, Clock clock) {
        this.worklist = worklist;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        WorklistSnapshot found = worklist.call();
        Instant now = clock.instant();
        output.print(json(found, now), text(found, now));
        return found.health().stream().noneMatch(FacilityHealth::isStale) ? 0 : Candela.NO;
    }

    private static ObjectNode json(WorklistSnapshot found, Instant now) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode items = list.putArray("items");
        found.items().forEach(item -> items.add(json(item, now)));
        ArrayNode facilities = list.putArray("facilities");
        found.health().forEach(health -> facilities.add(json(health)));
        return list;
    }

    private static ObjectNode json(ReadingItem item, Instant now) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("facility", item.study().facility().value())
                .put("studyInstanceUid", item.study().uid().value())
                .put("priority", item.urgency().priority().name())
                .put("isPriorityStated", item.urgency().isStated())
                .put("deadline", item.urgency().deadline().toString())
                .put("state", item.state().name())
                .put("patientName", item.study().patient().name())
                .put("studyDescription", item.study().identity().description())
                .put("lastSeen", item.listing().lastSeen().toString())
                .put("isStillListed", item.listing().isCurrent())
                .put("orderReason", ReadingOrder.reason(item, now));
        ArrayNode modalities = row.putArray("modalities");
        new TreeSet<>(item.study().modalities()).forEach(modalities::add);
        item.claim().ifPresent(claim -> row.put("claimedBy", claim.reader()));
        return row;
    }

    private static ObjectNode json(FacilityHealth health) {
        ObjectNode facility = JsonNodeFactory.instance
                .objectNode()
                .put("id", health.facility().value())
                .put("isStale", health.isStale());
        health.lastAnswer().ifPresent(at -> facility.put("lastAnswer", at.toString()));
        health.failure().ifPresent(failure -> facility.put("failure", failure));
        return facility;
    }

    private static String text(WorklistSnapshot found, Instant now) {
        StringBuilder list = new StringBuilder();
        found.items().forEach(item -> list.append(line(item, now)).append('\n'));
        found.health().stream().filter(FacilityHealth::isStale).forEach(health -> list.append(staleLine(health, now))
                .append('\n'));
        int count = found.items().size();
        return list.append(count).append(count == 1 ? " study" : " studies").toString();
    }

    private static String line(ReadingItem item, Instant now) {
        return String.format(
                Locale.ROOT,
                "%-7s  %-11s  %-12s  %-6s  %-28s  %-24s  %s",
                item.urgency().priority(),
                item.state(),
                item.study().facility(),
                String.join("/", new TreeSet<>(item.study().modalities())),
                item.study().patient().name(),
                item.study().identity().description(),
                ReadingOrder.reason(item, now));
    }

    private static String staleLine(FacilityHealth health, Instant now) {
        String since = health.lastAnswer()
                .map(at -> "last answered " + Duration.between(at, now).toMinutes() + " min ago")
                .orElse("has not answered yet");
        return "STALE    " + health.facility() + " " + since
                + health.failure().map(failure -> ": " + failure).orElse("");
    }
}
