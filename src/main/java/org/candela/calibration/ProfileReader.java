package org.candela.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a profile, strictly: what is not understood is refused by file and key, never passed over. */
final class ProfileReader {
    private static final int SCHEMA = 2;
    private static final Set<String> KEYS =
            Set.of("schema", "id", "title", "standard", "edition", "calibration", "schedule", "rooms", "limits");

    private final ProfileFile file;

    private ProfileReader(ProfileFile file) {
        this.file = file;
    }

    /** The profile of a file, or one for each of its room classes. */
    static List<CalibrationProfile> read(ProfileFile file) throws CalibrationException {
        return new ProfileReader(file).profiles();
    }

    private List<CalibrationProfile> profiles() throws CalibrationException {
        file.refuseOtherKeys(KEYS);
        if (file.number("schema") != SCHEMA) {
            throw file.broken("schema", "must be " + SCHEMA);
        }
        if (!file.file().equals(file.text("id") + ".yaml")) {
            throw file.broken("id", "must be the name of the file");
        }
        CalibrationProfile plain = plain();
        if (!file.has("rooms")) {
            return List.of(plain);
        }
        List<CalibrationProfile> inRooms = new ArrayList<>();
        for (ProfileFile room : file.children("rooms")) {
            inRooms.add(inRoom(plain, room));
        }
        return inRooms;
    }

    private CalibrationProfile plain() throws CalibrationException {
        return new CalibrationProfile(
                file.text("id"),
                file.text("title"),
                file.text("standard"),
                file.text("edition"),
                goal(file.child("calibration")),
                schedule(file.child("schedule")),
                limits(),
                file.sha256());
    }

    private CalibrationProfile inRoom(CalibrationProfile plain, ProfileFile room) throws CalibrationException {
        room.refuseOtherKeys(Set.of("class", "title", "illuminance", "clause", "source", "verified-by"));
        String roomClass = room.text("class");
        List<ProfileLimit> limits = new ArrayList<>(plain.limits());
        limits.add(new ProfileLimit(
                Quantity.ROOM_ILLUMINANCE,
                ProfileLimit.Operator.AT_MOST,
                room.positive("illuminance"),
                MeasuredAt.ANYTHING,
                new ProfileLimit.Origin(
                        room.text("clause"), plain.edition(), room.text("source"), room.text("verified-by"))));
        return new CalibrationProfile(
                plain.id() + "-" + roomClass.toLowerCase(Locale.ROOT),
                plain.title() + ", " + roomClass + " (" + room.text("title") + ")",
                plain.standard(),
                plain.edition(),
                plain.goal(),
                plain.schedule(),
                limits,
                plain.sha256());
    }

    private static CalibrationGoal goal(ProfileFile goal) throws CalibrationException {
        goal.refuseOtherKeys(
                Set.of("function", "exponent", "maximum-luminance", "luminance-ratio", "minimum-luminance"));
        if (goal.has("luminance-ratio") == goal.has("minimum-luminance")) {
            throw goal.broken("luminance-ratio", "or minimum-luminance must be given, and not both");
        }
        CalibrationGoal.Black black = goal.has("luminance-ratio")
                ? new CalibrationGoal.ByRatio(goal.positive("luminance-ratio"))
                : new CalibrationGoal.Fixed(new Luminance(goal.positive("minimum-luminance")));
        return new CalibrationGoal(function(goal), new Luminance(goal.positive("maximum-luminance")), black);
    }

    private static CalibrationGoal.Function function(ProfileFile goal) throws CalibrationException {
        return switch (goal.text("function")) {
            case "gsdf" -> {
                goal.refuse("exponent", "belongs to gamma only");
                yield new CalibrationGoal.Gsdf();
            }
            case "gamma" -> new CalibrationGoal.Gamma(goal.positive("exponent"));
            default -> throw goal.broken("function", "must be gsdf or gamma");
        };
    }

    private static CalibrationProfile.Schedule schedule(ProfileFile schedule) throws CalibrationException {
        schedule.refuseOtherKeys(Set.of("warm-up-minutes", "retest-days", "tests", "source", "verified-by"));
        schedule.text("source");
        schedule.text("verified-by");
        List<ScheduledTest> tests = new ArrayList<>();
        for (ProfileFile test : schedule.children("tests")) {
            test.refuseOtherKeys(Set.of("kind", "every"));
            tests.add(new ScheduledTest(
                    test.choice("kind", ScheduledTest.Kind.class), test.choice("every", ScheduledTest.Every.class)));
        }
        return new CalibrationProfile.Schedule(
                Duration.ofMinutes(Math.round(schedule.positive("warm-up-minutes"))),
                Duration.ofDays(Math.round(schedule.positive("retest-days"))),
                tests);
    }

    private List<ProfileLimit> limits() throws CalibrationException {
        List<ProfileLimit> limits = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (ProfileFile entry : file.children("limits")) {
            ProfileLimit limit = limit(entry);
            if (!seen.add(List.of(limit.quantity(), limit.operator().isUpperBound(), limit.measuredAt()))) {
                throw entry.broken("quantity", "stands twice");
            }
            limits.add(limit);
        }
        if (limits.isEmpty()) {
            throw file.broken("limits", "is empty");
        }
        return limits;
    }

    private ProfileLimit limit(ProfileFile entry) throws CalibrationException {
        entry.refuseOtherKeys(Set.of(
                "quantity",
                "operator",
                "limit",
                "unit",
                "levels",
                "points",
                "at",
                "within-days",
                "clause",
                "edition",
                "source",
                "verified-by"));
        Quantity quantity = Quantity.named(entry.text("quantity"))
                .orElseThrow(() -> entry.broken("quantity", "is none that can be measured here"));
        if (!entry.text("unit").equals(quantity.unit())) {
            throw entry.broken("unit", "must be " + quantity.unit() + " for " + quantity.symbol());
        }
        return new ProfileLimit(
                quantity,
                ProfileLimit.Operator.ofSign(entry.text("operator"))
                        .orElseThrow(() -> entry.broken("operator", "must be one of >= > <= <")),
                entry.is("limit", "unknown") ? Double.NaN : entry.positive("limit"),
                measuredAt(entry),
                new ProfileLimit.Origin(
                        entry.text("clause"),
                        entry.has("edition") ? entry.text("edition") : file.text("edition"),
                        entry.text("source"),
                        entry.text("verified-by")));
    }

    private static MeasuredAt measuredAt(ProfileFile entry) throws CalibrationException {
        List<Integer> greys = new ArrayList<>();
        if (entry.has("at")) {
            for (JsonNode grey : entry.list("at")) {
                if (!grey.isInt() || grey.asInt() < 0 || grey.asInt() > 255) {
                    throw entry.broken("at", "must hold greys of 0 to 255");
                }
                greys.add(grey.asInt());
            }
        }
        return new MeasuredAt(
                entry.countOrZero("levels"), entry.countOrZero("points"), greys, entry.countOrZero("within-days"));
    }
}
