package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.study.ImagePurge.Due;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela purge}: images that have been here longer than their facility wants. */
// [impl->req~study.purge~1]
@Command(
        name = "purge",
        description = "Deletes images older than their facility's policy lets; reports and audit stay.",
        footer = {
            "",
            "Studies that are claimed, or of which a report is unsigned or only preliminary, stay. Where no policy was given",
            "nothing is deleted. Close the room first: an image on a screen cannot be read further once it is deleted."
        },
        mixinStandardHelpOptions = true)
public final class PurgeCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    private final Desk desk;

    @Option(names = "--dry-run", description = "Only lists what would go.")
    private boolean isDry;

    @Mixin
    private final Output output = new Output();

    /** What the command works on. */
    public interface Desk {
        List<Due> due() throws CandelaException;

        /** Deletes what is due; {@code told} hears of each. */
        void run(Consumer<Due> told) throws CandelaException;

        void keepFor(FacilityId facility, int days) throws CandelaException;

        Map<FacilityId, Integer> policies() throws CandelaException;
    }

    public PurgeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws CandelaException {
        List<Due> gone = isDry ? desk.due() : run();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        gone.forEach(due -> json.add(JsonNodeFactory.instance
                .objectNode()
                .put("study", due.study().value())
                .put("facility", due.facility().value())
                .put("lastArrival", due.lastArrival().toString())
                .put("bytes", due.bytes())));
        output.print(json, gone.stream().map(PurgeCommand::line).collect(Collectors.joining("", "", words(gone))));
        return 0;
    }

    private List<Due> run() throws CandelaException {
        List<Due> gone = new ArrayList<>();
        desk.run(gone::add);
        return gone;
    }

    private static String line(Due due) {
        return String.format(
                Locale.ROOT,
                "%s  %s: %.1f MB, last image of %s%n",
                due.facility(),
                due.study().value(),
                due.bytes() / MEGABYTE,
                due.lastArrival());
    }

    private String words(List<Due> gone) {
        double megabytes = gone.stream().mapToLong(Due::bytes).sum() / MEGABYTE;
        return String.format(
                Locale.ROOT, "%d studies, %.1f MB %s", gone.size(), megabytes, isDry ? "would go" : "deleted");
    }

    /** How long images stay. */
    @Command(
            name = "policy",
            description = "Tells how many days images of each facility stay, or sets it for one.",
            mixinStandardHelpOptions = true)
    int policy(
            @Parameters(paramLabel = "FACILITY", arity = "0..1") @Nullable String facility,
            @Option(
                            names = "--image-days",
                            paramLabel = "N",
                            description = "Days after the last image of a study came.")
                    @Nullable
                    Integer days,
            @Mixin Output said)
            throws CandelaException {
        if (facility != null && days != null) {
            desk.keepFor(new FacilityId(facility), days);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        desk.policies().forEach((id, each) -> json.put(id.value(), each));
        String text = desk.policies().entrySet().stream()
                .map(entry -> entry.getKey() + ": images stay " + entry.getValue() + " days")
                .collect(Collectors.joining(System.lineSeparator()));
        said.print(json, text.isEmpty() ? "No policy: all images stay." : text);
        return 0;
    }
}
