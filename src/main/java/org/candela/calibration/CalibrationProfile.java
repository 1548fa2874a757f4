package org.candela.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one standard asks of a display, as versioned data (calibration-profiles/*.yaml).
 *
 * @param id name of the file without its ending
 * @param title as a reader knows it
 * @param standard full name of the standard
 * @param edition which edition the limits are of, or that this is not confirmed
 * @param maximum L'max to calibrate to
 * @param luminanceRatio L'max / L'min to calibrate to
 * @param schedule how long to warm up, and when to measure again
 * @param limits at least one
 */
public record CalibrationProfile(
        String id,
        String title,
        String standard,
        String edition,
        Luminance maximum,
        double luminanceRatio,
        Schedule schedule,
        List<ProfileLimit> limits) {
    private static final int SCHEMA = 1;
    private static final String FOLDER = "/calibration-profiles/";
    private static final Set<String> KEYS =
            Set.of("schema", "id", "title", "standard", "edition", "calibration", "schedule", "limits");

    /**
     * When a display may be measured and must be measured again.
     *
     * @param warmUp how long it must have been on
     * @param retest how long a conformance test holds
     */
    public record Schedule(Duration warmUp, Duration retest) {
        private static Schedule read(ProfileFile entry) throws CalibrationException {
            entry.refuseOtherKeys(Set.of("warm-up-minutes", "retest-days", "source", "verified-by"));
            entry.text("source");
            entry.text("verified-by");
            return new Schedule(
                    Duration.ofMinutes(Math.round(entry.positive("warm-up-minutes"))),
                    Duration.ofDays(Math.round(entry.positive("retest-days"))));
        }
    }

    public CalibrationProfile {
        limits = List.copyOf(limits);
    }

    /**
     * The profile that comes with the program.
     *
     * @throws CalibrationException naming file and key when there is no such profile or it cannot be read
     */
    // [impl->req~calibration.profile~1]
    public static CalibrationProfile shipped(String id) throws CalibrationException {
        String file = id + ".yaml";
        try (InputStream stream = CalibrationProfile.class.getResourceAsStream(FOLDER + file)) {
            if (!id.matches("[a-z0-9-]+") || stream == null) {
                throw new CalibrationException("calibration.profile-missing", "no calibration profile " + id);
            }
            return read(file, stream);
        } catch (IOException e) {
            throw new CalibrationException("calibration.profile-broken", file + " cannot be read", e);
        }
    }

    static CalibrationProfile read(String file, InputStream yaml) throws CalibrationException, IOException {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new CalibrationException("calibration.profile-broken", file + ": " + e.getOriginalMessage(), e);
        }
        ProfileFile profile = new ProfileFile(file, root);
        profile.refuseOtherKeys(KEYS);
        if (profile.number("schema") != SCHEMA) {
            throw profile.broken("schema", "must be " + SCHEMA);
        }
        if (!file.equals(profile.text("id") + ".yaml")) {
            throw profile.broken("id", "must be the name of the file");
        }
        ProfileFile goal = profile.child("calibration");
        goal.refuseOtherKeys(Set.of("maximum-luminance", "luminance-ratio"));
        return new CalibrationProfile(
                profile.text("id"),
                profile.text("title"),
                profile.text("standard"),
                profile.text("edition"),
                new Luminance(goal.positive("maximum-luminance")),
                goal.positive("luminance-ratio"),
                Schedule.read(profile.child("schedule")),
                limits(profile));
    }

    private static List<ProfileLimit> limits(ProfileFile profile) throws CalibrationException {
        List<ProfileLimit> limits = new ArrayList<>();
        Set<Quantity> seen = new HashSet<>();
        for (ProfileFile entry : profile.children("limits")) {
            ProfileLimit limit = ProfileLimit.read(entry);
            if (!seen.add(limit.quantity())) {
                throw entry.broken("quantity", "stands twice");
            }
            limits.add(limit);
        }
        if (limits.isEmpty()) {
            throw profile.broken("limits", "is empty");
        }
        return limits;
    }
}
