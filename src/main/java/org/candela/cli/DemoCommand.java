package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela demo}: a whole shift on a virtual desk. Exit 0 only when every condition of every act held. */
// [impl->req~cli.demo~1]
@Command(
        name = "demo",
        description = {
            "Plays a whole shift, from the first look at the desk to the delivered report, on a virtual desk of three"
                    + " monitors: real windows, real services on loopback, synthetic patients, simulated displays and meter.",
            "Leaves pictures of each monitor at each step, the QA report, the HL7 messages, the store and the log."
        },
        footer = {"", "Exit code: 0 every condition held, 1 one did not, 2 bad input."},
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Theatre theatre;
    private final Clock clock;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--headless",
            description = "On a virtual desk. So it always is: a simulated meter must not calibrate a real display.")
    @SuppressWarnings("UnusedVariable") // accepted, since a script is clearer when it says so; it changes nothing
    private boolean headless;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "A new or empty folder for what the shift leaves; default: one named by the time, in candela-demo.")
    private Optional<Path> chosen = Optional.empty();

    @Option(names = "--study", paramLabel = "DIR", description = "Read this DICOM study instead of a synthetic one.")
    private Optional<Path> study = Optional.empty();

    /** Where the shift is played. */
    @FunctionalInterface
    public interface Theatre {
        /** Plays it, tells of each act, and answers whether all of it was played and held. */
        boolean play(Order order, Consumer<Step> told) throws Exception;
    }

    /** What is wanted. */
    public record Order(Path out, Optional<Path> study) {}

    /** One act as it was played; {@code at} counts from the start of the shift. */
    public record Step(String title, Duration at, boolean isHeld, String found, List<Path> pictures) {
        public Step {
            pictures = List.copyOf(pictures);
        }
    }

    public DemoCommand(Theatre theatre, Clock clock) {
        this.theatre = theatre;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Path out = chosen.orElseGet(this::named).toAbsolutePath().normalize();
        requireEmpty(out);
        if (study.isPresent() && !Files.isDirectory(study.orElseThrow())) {
            throw new NoSuchFileException(study.orElseThrow().toString());
        }
        List<Step> steps = new ArrayList<>();
        boolean isHeld = theatre.play(new Order(out, study), step -> {
            steps.add(step);
            output.progress(line(step));
        });
        output.print(json(steps, isHeld).put("out", out.toString()), summary(steps, isHeld) + out);
        return isHeld ? 0 : Candela.NO;
    }

    private Path named() {
        return Path.of("candela-demo", STAMP.format(clock.instant().atZone(clock.getZone())));
    }

    /** What a former shift left is never overwritten. */
    private static void requireEmpty(Path folder) throws IOException, CandelaException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new CandelaException("cli.not-empty", folder + ": is not empty; name another folder with --out");
            }
        }
    }

    private static String line(Step step) {
        return String.format(
                Locale.ROOT,
                "%6.1f s  %-4s  %s%n                %s",
                step.at().toMillis() / 1000.0,
                step.isHeld() ? "held" : "NOT",
                step.title(),
                step.found());
    }

    private static String summary(List<Step> steps, boolean isHeld) {
        long held = steps.stream().filter(Step::isHeld).count();
        return held + " of " + steps.size() + " acts held" + (isHeld ? ". " : "; the shift FAILED. ")
                + "Everything it left is in ";
    }

    private static ObjectNode json(List<Step> steps, boolean isHeld) {
        ObjectNode shift = JsonNodeFactory.instance.objectNode().put("held", isHeld);
        ArrayNode acts = shift.putArray("acts");
        for (Step step : steps) {
            ArrayNode pictures = acts.addObject()
                    .put("title", step.title())
                    .put("atMillis", step.at().toMillis())
                    .put("held", step.isHeld())
                    .put("found", step.found())
                    .putArray("pictures");
            step.pictures().forEach(picture -> pictures.add(picture.toString()));
        }
        return shift;
    }
}
