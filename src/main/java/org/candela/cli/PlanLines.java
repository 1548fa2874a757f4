package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.candela.practice.CompactStates;
import org.candela.practice.PracticePlan;
import org.candela.practice.PracticePlan.Dated;

/** What the reader should see to, as text and as JSON. */
final class PlanLines {
    private PlanLines() {}

    static String text(PracticePlan plan, CompactStates compact) {
        List<String> lines = new ArrayList<>();
        plan.lapses().forEach(dated -> lines.add((dated.days() < 0 ? "LAPSED " : "lapses ") + line(dated)));
        plan.awaited().forEach(dated -> lines.add((dated.days() < 0 ? "LATE " : "awaited ") + line(dated)));
        plan.lacking().forEach(paper -> lines.add("lacking " + paper));
        plan.wanted()
                .forEach(wanted -> lines.add("licence of " + wanted.state().title() + " would open " + wanted.studies()
                        + " listed studies: " + wanted.way()));
        if (plan.listIsOld() && !plan.wanted().isEmpty()) {
            lines.add("the list of compact states is of " + compact.asOf() + ": look it up before you apply");
        }
        return lines.isEmpty() ? "Nothing to see to." : String.join(System.lineSeparator(), lines);
    }

    private static String line(Dated dated) {
        return dated.day() + " (" + dated.days() + " days)  " + dated.what();
    }

    static ObjectNode json(PracticePlan plan, CompactStates compact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        plan.lapses().forEach(add(json.putArray("lapses")));
        plan.awaited().forEach(add(json.putArray("awaited")));
        plan.lacking().forEach(json.putArray("lacking")::add);
        ArrayNode wanted = json.putArray("wanted");
        plan.wanted().forEach(one -> wanted.addObject()
                .put("state", one.state().code())
                .put("studies", one.studies())
                .put("way", one.way()));
        return json.put("compactListAsOf", compact.asOf().toString()).put("compactListIsOld", plan.listIsOld());
    }

    private static Consumer<Dated> add(ArrayNode array) {
        return dated -> array.addObject()
                .put("what", dated.what())
                .put("day", dated.day().toString())
                .put("days", dated.days());
    }
}
