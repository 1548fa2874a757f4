package org.candela.facility;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How urgent a facility's studies are: what its words mean, what was promised it by priority and modality, and what
 * becomes of routine work that is late.
 *
 * @param promises longest times from receipt to report that differ from the facility's {@link Turnaround}
 */
// [impl->req~facility.promises~1]
public record UrgencyRules(PriorityWords words, Map<Promised, Duration> promises, OverdueRoutine overdueRoutine) {
    /** The standards' words, no promise of its own, late routine work stays in its place. */
    public static final UrgencyRules STANDARD =
            new UrgencyRules(PriorityWords.STANDARD, Map.of(), OverdueRoutine.STAYS);

    /**
     * What a promise is about.
     *
     * @param modality as in Modality (0008,0060), {@code "CT"}
     */
    public record Promised(ReadingPriority priority, String modality) {
        public Promised {
            if (!modality.matches("[A-Z0-9_ ]{1,16}")) {
                throw new IllegalArgumentException("not a modality (capitals and digits, at most 16): " + modality);
            }
        }
    }

    /** What becomes of routine work whose time is over. */
    public enum OverdueRoutine {
        /** It stays below all urgent work. */
        STAYS,
        /** It rises among urgent work, where its deadline, which is past, puts it above what still has time. */
        RISES
    }

    public UrgencyRules {
        promises = Map.copyOf(promises);
        promises.forEach((promised, within) -> {
            if (within.toSeconds() <= 0) {
                throw new IllegalArgumentException("a promise must be longer than nothing: " + promised);
            }
        });
    }

    /** What was promised for a study: the shortest promise for one of its modalities, else the facility's turnaround. */
    public Duration promised(ReadingPriority priority, Set<String> modalities, Turnaround turnaround) {
        Optional<Duration> own = promises.isEmpty()
                ? Optional.empty()
                : modalities.stream()
                        .flatMap(modality -> promises.entrySet().stream()
                                .filter(promise -> promise.getKey().priority() == priority
                                        && promise.getKey().modality().equals(modality)))
                        .map(Map.Entry::getValue)
                        .min(Duration::compareTo);
        return own.orElseGet(() -> turnaround.of(priority));
    }

    /** The same rules with other words. */
    public UrgencyRules withWords(PriorityWords other) {
        return new UrgencyRules(other, promises, overdueRoutine);
    }

    /** The same rules with one promise more, or another one for the same. */
    public UrgencyRules withPromise(Promised promised, Duration within) {
        Map<Promised, Duration> more = new HashMap<>(promises);
        more.put(promised, within);
        return new UrgencyRules(words, more, overdueRoutine);
    }

    /** The same rules with another way for late routine work. */
    public UrgencyRules withOverdueRoutine(OverdueRoutine other) {
        return new UrgencyRules(words, promises, other);
    }

    /** The rules in words, in a fixed order: {@code "HIGH=STAT; STAT:CT=20m; overdue routine stays"}. */
    public String text() {
        Stream<String> meanings = words.own().entrySet().stream()
                .map(word -> word.getKey() + "=" + word.getValue())
                .sorted();
        Stream<String> times = promises.entrySet().stream()
                .map(promise -> promise.getKey().priority() + ":"
                        + promise.getKey().modality() + "=" + promise.getValue().toMinutes() + "m")
                .sorted();
        String overdue = "overdue routine " + overdueRoutine.name().toLowerCase(Locale.ROOT);
        return Stream.of(meanings, times, Stream.of(overdue))
                .flatMap(Function.identity())
                .collect(Collectors.joining("; "));
    }
}
