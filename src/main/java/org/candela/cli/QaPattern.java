package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.pattern.PatternCode;
import org.candela.calibration.pattern.PatternDepth;
import org.candela.calibration.pattern.PatternFacts;
import org.candela.calibration.pattern.PatternImage;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.TestPattern;
import org.candela.calibration.pattern.TestPatterns;
import org.candela.calibration.pattern.VisualQuestion;
import org.candela.calibration.pattern.VisualSet;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code candela qa pattern}: draws a synthetic test pattern into a file, or lists them. */
// [impl->req~cli.pattern~1]
@Command(
        name = "pattern",
        description = {
            "Draws a synthetic test pattern into a PNG or a DICOM file, or lists the patterns.",
            "A PNG has the P-values, 8 or 16 bit; a DICOM file the values and their window, and no patient."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaPattern implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name of the list, with or without SYN-.")
    private @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "SET",
            description = "All patterns of pre-shift, daily, room-light or acceptance, with their questions; --out is a"
                    + " folder then.")
    private @Nullable String set;

    @Option(names = "--list", description = "Lists the patterns with their reference and what is exact in them.")
    private boolean isList;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = SizeConverter.class,
            description = "Pixels of the screen (default ${DEFAULT-VALUE}).")
    private PatternSize size;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write: .png or .dcm.")
    private @Nullable Path out;

    @Option(names = "--bits", paramLabel = "8|12", description = "Bits of a value; without it what is usual.")
    private @Nullable Integer bits;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Decides what is placed at random.")
    private long seed;

    @Option(names = "--step", paramLabel = "N", defaultValue = "0", description = "Picture of a sequence, from 0.")
    private int step;

    @Option(names = "--pitch", paramLabel = "MM", description = "Pixel pitch, for patterns drawn in mm.")
    private @Nullable Double pitchMm;

    QaPattern(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        if (isList) {
            list();
            return 0;
        }
        if (set != null && out != null) {
            writeSet(set, out);
            return 0;
        }
        if (name == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which pattern into which file? NAME and --out FILE, --set SET and --out FOLDER, or --list.");
        }
        TestPattern pattern =
                TestPatterns.find(name).orElseThrow(() -> bad("no pattern \"" + name + "\"; --list names them"));
        PatternImage image = paint(pattern);
        PatternFile.of(out)
                .orElseThrow(() -> bad("--out " + out + ": .png or .dcm"))
                .write(image, out, now());
        told(image, out);
        return 0;
    }

    /** One file a test, its questions told; of a test with several pictures the one that {@code --step} names. */
    private void writeSet(String id, Path folder) throws IOException, CandelaException {
        VisualSet wanted = VisualTests.sets().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> bad("no set \"" + id + "\"; there are "
                        + VisualTests.sets().stream().map(VisualSet::id).toList()));
        Files.createDirectories(folder);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (VisualTest test : wanted.tests()) {
            Path file = folder.resolve(test.id() + ".png");
            PatternImage image = paint(test.pattern());
            PatternFile.of(file).orElseThrow().write(image, file, now());
            ObjectNode row = json(image.facts())
                    .put("test", test.id())
                    .put("file", file.toString())
                    .put("instruction", test.instruction());
            json.add(row);
            ArrayNode questions = row.putArray("questions");
            text.append(file).append(": ").append(image.statement()).append(System.lineSeparator());
            for (VisualQuestion question : test.questions()) {
                questions.add(question.text());
                text.append("  ").append(question.text()).append(System.lineSeparator());
            }
        }
        output.print(json, text.toString().stripTrailing());
    }

    private PatternImage paint(TestPattern pattern) throws CandelaException {
        try {
            Optional<Double> pitch = Optional.ofNullable(pitchMm);
            return pattern.paint(new PatternRequest(size, depth(pattern.facts()), seed, pitch, step));
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private PatternDepth depth(PatternFacts facts) throws CandelaException {
        if (bits == null) {
            return facts.depths().iterator().next();
        }
        for (PatternDepth depth : PatternDepth.values()) {
            if (depth.bits() == bits) {
                return depth;
            }
        }
        throw bad("--bits " + bits + ": 8 or 12");
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private void told(PatternImage image, Path file) {
        if (!image.isWhole()) {
            output.warn(image.facts().title() + " needs 1024 pixels a side; its rim is cut off");
        }
        output.print(
                json(image.facts()).put("file", file.toString()).put("statement", image.statement()),
                file + ": " + image.statement());
    }

    private void list() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (TestPattern pattern : TestPatterns.list()) {
            PatternFacts facts = pattern.facts();
            json.add(json(facts));
            text.append(String.format(
                    Locale.ROOT,
                    "%-12s after %-32s %-7s %s%n",
                    facts.id(),
                    facts.after(),
                    facts.code().map(PatternCode::value).orElse(""),
                    facts.exact()));
        }
        output.print(json, text.toString().stripTrailing());
    }

    private static ObjectNode json(PatternFacts facts) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", facts.id())
                .put("title", facts.title())
                .put("version", facts.version())
                .put("synthetic", facts.isSynthetic())
                .put("reference", facts.reference())
                .put("code", facts.code().map(PatternCode::value).orElse(null))
                .put("fit", facts.fit().name())
                .put("exact", facts.exact())
                .put("reading", facts.reading());
        ArrayNode depths = json.putArray("bits");
        facts.depths().forEach(depth -> depths.add(depth.bits()));
        return json;
    }

    private static CandelaException bad(String problem) {
        return new CandelaException("cli.bad-pattern", problem);
    }

    /** {@code "1536x2048"}. */
    static final class SizeConverter implements ITypeConverter<PatternSize> {
        @Override
        public PatternSize convert(String text) {
            if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                throw new TypeConversionException("a size is WIDTHxHEIGHT in pixels, not " + text);
            }
            String[] parts = text.split("x", -1);
            try {
                return new PatternSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
