package org.candela.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.facility.PriorityWords;
import org.candela.facility.ReadingPriority;
import org.candela.facility.Turnaround;
import org.candela.facility.UrgencyRules;
import org.candela.facility.UrgencyRules.OverdueRoutine;
import org.candela.facility.UrgencyRules.Promised;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How urgent a facility's studies are, as options; what is not given stays as it was. */
// [impl->req~cli.facility-urgency~1]
final class FacilityUrgency {
    /** Takes a word or a promise back. */
    private static final String STANDARD = "standard";

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?");

    @Option(
            names = "--sla",
            split = ",",
            paramLabel = "PRIORITY[:MODALITY]=TIME",
            description = "Longest time from receipt to report, as STAT=30m, URGENT=2h or STAT:CT=20m; of several"
                    + " modalities the shortest counts. STAT:CT=standard takes one for a modality back.")
    private List<String> promises = List.of();

    @Option(
            names = "--priority-word",
            split = ",",
            paramLabel = "WORD=PRIORITY",
            description = "What the facility means by a word, as HIGH=STAT; HIGH=standard takes it back.")
    private List<String> words = List.of();

    @Option(
            names = "--overdue-routine",
            paramLabel = "stays|rises",
            description = "Whether routine work that is late rises among urgent work, above what still has time.")
    private @Nullable String overdue;

    /** Whether any rule but the turnaround is told. */
    boolean isGiven() {
        return !words.isEmpty() || overdue != null || promises.stream().anyMatch(FacilityUrgency::isOfModality);
    }

    /** @throws IllegalArgumentException saying which part cannot be */
    Turnaround over(Turnaround before) {
        Turnaround now = before;
        for (String promise : promises) {
            if (!isOfModality(promise)) {
                String[] sides = sides(promise);
                now = with(now, priority(sides[0]), time(sides[1]));
            }
        }
        return now;
    }

    private static Turnaround with(Turnaround before, ReadingPriority priority, Duration time) {
        return switch (priority) {
            case STAT -> new Turnaround(time, before.urgent(), before.routine());
            case URGENT -> new Turnaround(before.stat(), time, before.routine());
            case ROUTINE -> new Turnaround(before.stat(), before.urgent(), time);
        };
    }

    /** @throws IllegalArgumentException saying which part cannot be */
    UrgencyRules over(UrgencyRules before) {
        Map<Promised, Duration> times = new HashMap<>(before.promises());
        for (String promise : promises) {
            if (isOfModality(promise)) {
                String[] sides = sides(promise);
                int colon = sides[0].indexOf(':');
                Promised about = new Promised(
                        priority(sides[0].substring(0, colon)),
                        sides[0].substring(colon + 1).toUpperCase(Locale.ROOT));
                if (sides[1].equals(STANDARD)) {
                    times.remove(about);
                } else {
                    times.put(about, time(sides[1]));
                }
            }
        }
        return new UrgencyRules(
                words(before.words()), times, overdue == null ? before.overdueRoutine() : overdue(overdue));
    }

    private PriorityWords words(PriorityWords before) {
        Map<String, ReadingPriority> own = new HashMap<>(before.own());
        for (String told : words) {
            String[] sides = sides(told);
            String word = sides[0].strip().toUpperCase(Locale.ROOT);
            if (sides[1].equals(STANDARD)) {
                own.remove(word);
            } else {
                own.put(word, priority(sides[1]));
            }
        }
        return new PriorityWords(own);
    }

    private static boolean isOfModality(String promise) {
        return sides(promise)[0].indexOf(':') >= 0;
    }

    private static String[] sides(String told) {
        int equals = told.indexOf('=');
        if (equals <= 0 || equals == told.length() - 1) {
            throw new IllegalArgumentException("not NAME=VALUE: " + told);
        }
        return new String[] {told.substring(0, equals), told.substring(equals + 1)};
    }

    private static ReadingPriority priority(String text) {
        for (ReadingPriority priority : ReadingPriority.values()) {
            if (priority.name().equalsIgnoreCase(text.strip())) {
                return priority;
            }
        }
        throw new IllegalArgumentException("not STAT, URGENT or ROUTINE: " + text);
    }

    private static OverdueRoutine overdue(String text) {
        for (OverdueRoutine way : OverdueRoutine.values()) {
            if (way.name().equalsIgnoreCase(text)) {
                return way;
            }
        }
        throw new IllegalArgumentException("--overdue-routine is stays or rises, not " + text);
    }

    private static Duration time(String text) {
        Matcher parts = TIME.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException("not a time such as 30m, 2h or 1h30m: " + text);
        }
        Duration hours = parts.group(1) == null ? Duration.ZERO : Duration.ofHours(Long.parseLong(parts.group(1)));
        Duration minutes = parts.group(2) == null ? Duration.ZERO : Duration.ofMinutes(Long.parseLong(parts.group(2)));
        return hours.plus(minutes);
    }
}
