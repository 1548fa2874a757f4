package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code candela check}: the pre-shift card. Exit 0 when primary reading is allowed, 1 when it is not. */
// [impl->req~cli.check~1]
@Command(
        name = "check",
        description = "Whether primary reading may start at this desk, and if not, why not.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Callable<Readiness> readiness;

    @Mixin
    private final Output output = new Output();

    /** @param readiness asks every check, opening and closing what it needs for that */
    public CheckCommand(Callable<Readiness> readiness) {
        this.readiness = readiness;
    }

    @Override
    public Integer call() throws Exception {
        Readiness found = readiness.call();
        output.print(json(found), text(found));
        return found.isPrimaryReadingAllowed() ? 0 : Candela.NO;
    }

    private static ObjectNode json(Readiness found) {
        ObjectNode card = JsonNodeFactory.instance
                .objectNode()
                .put("primaryReadingAllowed", found.isPrimaryReadingAllowed())
                .put("at", found.at().toString());
        ArrayNode items = card.putArray("items");
        found.items().forEach(item -> items.addObject()
                .put("id", item.id())
                .put("title", item.title())
                .put("status", item.status().name())
                .put("reason", item.reason())
                .put("whatToDo", item.whatToDo()));
        return card;
    }

    private static String text(Readiness found) {
        StringBuilder card = new StringBuilder();
        found.items().forEach(item -> card.append(line(item)).append('\n'));
        if (found.isPrimaryReadingAllowed()) {
            return card.append("Primary reading is allowed.").toString();
        }
        return card.append("Primary reading is BLOCKED. ")
                .append(String.join(" ", found.blockingReasons()))
                .toString();
    }

    static String line(ReadinessItem item) {
        String found = String.format(
                Locale.ROOT, "%-12s  %s: %s", item.status().name().replace('_', ' '), item.title(), item.reason());
        return item.whatToDo().isEmpty() ? found : found + " " + item.whatToDo();
    }
}
