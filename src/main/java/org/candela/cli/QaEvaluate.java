package org.candela.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceReadings;
import org.candela.calibration.ReadingsEvaluation;
import org.candela.calibration.ReadingsEvaluation.Judged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa evaluate}: judges readings of a luminance response that were measured elsewhere.
 *
 * <p>Exit 0 when every limit that readings of levels can tell is met, 1 when one is not, 2 for bad input, 3 when nothing
 * failed but something could not be assessed.
 */
// [impl->req~cli.qa-evaluate~1]
@Command(
        name = "evaluate",
        description = {
            "Judges luminances measured elsewhere: a file with the columns ddl,luminance, from the darkest level on.",
            "Exit code: 0 pass, 1 fail, 2 bad input, 3 not assessed in full."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaEvaluate implements Callable<Integer> {
    static final int NOT_ASSESSED = 3;
    private static final long MOST_BYTES = 4L << 20;

    @Option(names = "--readings", paramLabel = "FILE", required = true, description = "Readings as CSV: ddl,luminance.")
    private Path readings;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            required = true,
            split = ",",
            description = "Standards to judge by, as candela qa profiles lists them.")
    private List<String> profiles;

    @Option(
            names = "--ambient",
            paramLabel = "CD/M2",
            description =
                    "Light that the screen reflects, added to each reading; without it readings are taken as seen.")
    private @Nullable String ambient;

    @Mixin
    private final Output output = new Output();

    /** A standard and what its limits say. */
    record Verdicts(CalibrationProfile profile, List<Judged> judged) {
        Assessment overall() {
            return Assessment.worst(judged.stream().map(Judged::assessment).toList());
        }
    }

    @Override
    public Integer call() throws Exception {
        ReadingsEvaluation evaluation = evaluation(LuminanceReadings.parse(readings.toString(), lines()));
        List<Verdicts> verdicts = new ArrayList<>();
        for (String name : profiles) {
            CalibrationProfile profile = CalibrationProfile.shipped(name.strip());
            verdicts.add(new Verdicts(profile, evaluation.judge(profile)));
        }
        evaluation.remarks().forEach(output::warn);
        output.print(EvaluationLines.json(evaluation, verdicts), EvaluationLines.text(evaluation, verdicts));
        return switch (Assessment.worst(verdicts.stream().map(Verdicts::overall).toList())) {
            case PASS -> 0;
            case FAIL -> Candela.NO;
            case NOT_ASSESSED -> NOT_ASSESSED;
        };
    }

    private ReadingsEvaluation evaluation(LuminanceReadings read) throws CalibrationException {
        if (ambient == null) {
            return ReadingsEvaluation.of(read);
        }
        if (!ambient.matches("\\d{1,9}(\\.\\d*)?")) {
            throw new CalibrationException(
                    "calibration.ambient", "--ambient must be a luminance in cd/m², with a point: " + ambient);
        }
        return ReadingsEvaluation.of(read, new Luminance(Double.parseDouble(ambient)));
    }

    private List<String> lines() throws IOException, CalibrationException {
        if (Files.exists(readings) && !Files.isRegularFile(readings)) {
            throw new CalibrationException("calibration.readings", readings + ": no file");
        }
        if (Files.exists(readings) && Files.size(readings) > MOST_BYTES) {
            throw new CalibrationException("calibration.readings", readings + ": larger than 4 MiB, no readings");
        }
        try {
            return Files.readAllLines(readings, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new CalibrationException("calibration.readings", readings + ": no text in UTF-8", e);
        }
    }
}
