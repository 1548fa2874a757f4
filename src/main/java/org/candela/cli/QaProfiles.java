package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.ScheduledTest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candela qa profiles [NAME]}: the standards that can be judged by, or all limits of one with their source. */
// [impl->req~cli.qa-profiles~1]
@Command(
        name = "profiles",
        description = "The standards that can be judged by, or all limits of one with their source.",
        mixinStandardHelpOptions = true)
final class QaProfiles implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "One profile in full.")
    private @Nullable String name;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            list(CalibrationProfile.all());
        } else {
            CalibrationProfile profile = CalibrationProfile.shipped(name);
            output.print(json(profile), text(profile));
        }
        return 0;
    }

    private void list(List<CalibrationProfile> profiles) {
        ArrayNode json = NODES.arrayNode();
        StringJoiner text = new StringJoiner(System.lineSeparator());
        for (CalibrationProfile profile : profiles) {
            json.add(head(profile));
            text.add(String.format(
                    Locale.ROOT,
                    "%-26s %-52s %s",
                    profile.id(),
                    profile.title(),
                    profile.isVerified() ? "verified" : "unverified"));
        }
        output.print(json, text.toString());
    }

    private static ObjectNode head(CalibrationProfile profile) {
        return NODES.objectNode()
                .put("id", profile.id())
                .put("title", profile.title())
                .put("standard", profile.standard())
                .put("edition", profile.edition())
                .put("sha256", profile.sha256())
                .put("verified", profile.isVerified());
    }

    private static ObjectNode json(CalibrationProfile profile) {
        ObjectNode json = head(profile);
        json.putObject("goal")
                .put("function", function(profile))
                .put("maximumCdPerM2", profile.maximum().cdPerM2())
                .put("luminanceRatio", profile.luminanceRatio());
        json.put("warmUpMinutes", profile.schedule().warmUp().toMinutes());
        ArrayNode tests = json.putArray("tests");
        for (ScheduledTest test : profile.schedule().tests()) {
            tests.addObject()
                    .put("kind", test.kind().name())
                    .put("every", test.every().name());
        }
        ArrayNode limits = json.putArray("limits");
        profile.limits().forEach(limit -> limits.add(LimitLines.json(limit)));
        return json;
    }

    private static String text(CalibrationProfile profile) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add(profile.title());
        text.add("standard  " + profile.standard());
        text.add("edition   " + profile.edition());
        text.add("limits    sha256 " + profile.sha256());
        text.add(String.format(
                Locale.ROOT,
                "goal      %s, L'max %.6g cd/m², luminance ratio %.6g",
                function(profile),
                profile.maximum().cdPerM2(),
                profile.luminanceRatio()));
        text.add("warm-up   " + profile.schedule().warmUp().toMinutes() + " minutes");
        for (ScheduledTest test : profile.schedule().tests()) {
            text.add("test      " + word(test.kind()) + ", " + word(test.every()));
        }
        for (ProfileLimit limit : profile.limits()) {
            text.add(LimitLines.bound(limit));
            text.add("          " + LimitLines.origin(limit));
        }
        return text.toString();
    }

    private static String function(CalibrationProfile profile) {
        return profile.goal().function() instanceof CalibrationGoal.Gamma gamma ? "gamma " + gamma.exponent() : "GSDF";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
