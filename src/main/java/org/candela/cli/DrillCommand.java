package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.candela.base.Uid;
import org.candela.drill.DrillRecord;
import org.candela.drill.DrillStep;
import org.candela.drill.DrillStep.Mark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela drill}: loses the link, the archive and the program on purpose, beside the real work, and grades what follows. */
// [impl->req~cli.drill~1]
@Command(
        name = "drill",
        description = {
            "DRILL: loses the link, the archive and the program on purpose and grades what follows.",
            "Everything happens in a folder of its own with a made-up facility and synthetic studies on this computer; your"
                    + " facilities, studies and reports are not touched. The result is kept for the readiness card."
        },
        footer = {"", "Exit code: 0 nothing was lost, 1 something was or did not come back, 2 bad input."},
        mixinStandardHelpOptions = true)
public final class DrillCommand implements Callable<Integer> {
    private final Ground ground;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--as-child", hidden = true)
    private Optional<String> child = Optional.empty();

    /** Where it takes place. */
    public interface Ground {
        /** Runs it, tells of each step as it ends, and keeps the result. */
        DrillRecord run(Consumer<DrillStep> told) throws Exception;

        /** What the program does that is killed in the middle: types into the report of a study until then. */
        void typeUntilKilled(Uid study) throws Exception;
    }

    public DrillCommand(Ground ground) {
        this.ground = ground;
    }

    @Override
    public Integer call() throws Exception {
        if (child.isPresent()) {
            ground.typeUntilKilled(new Uid(child.orElseThrow()));
            return 0;
        }
        output.progress("DRILL: made-up facility, synthetic studies; nothing of your work is touched.");
        DrillRecord drill = ground.run(step -> output.progress(line(step)));
        output.print(json(drill), summary(drill));
        return drill.mark() == Mark.FAILED ? Candela.NO : 0;
    }

    private static String line(DrillStep step) {
        return String.format(
                Locale.ROOT,
                "%-6s  %s: %s %s Well again after %.1f s.",
                step.mark().name().toLowerCase(Locale.ROOT),
                step.name(),
                step.found(),
                step.lost().isEmpty() ? "Lost: nothing." : "LOST: " + String.join("; ", step.lost()) + ".",
                step.recovery().toMillis() / 1000.0);
    }

    private static String summary(DrillRecord drill) {
        long passed = drill.steps().stream()
                .filter(step -> step.mark() == Mark.PASSED)
                .count();
        return "DRILL " + drill.mark().name().toLowerCase(Locale.ROOT) + ": " + passed + " of "
                + drill.steps().size() + " steps passed.";
    }

    private static ObjectNode json(DrillRecord drill) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", drill.at().toString())
                .put("mark", drill.mark().name());
        ArrayNode steps = json.putArray("steps");
        for (DrillStep step : drill.steps()) {
            ArrayNode lost = steps.addObject()
                    .put("name", step.name())
                    .put("mark", step.mark().name())
                    .put("found", step.found())
                    .put("recoveryMillis", step.recovery().toMillis())
                    .putArray("lost");
            step.lost().forEach(lost::add);
        }
        return json;
    }
}
