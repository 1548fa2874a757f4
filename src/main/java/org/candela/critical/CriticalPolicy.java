package org.candela.critical;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a facility wants done with critical findings. A value.
 *
 * @param zone whose clock its people read, for sentences and papers
 * @param limits how long each category may take from identification until somebody there knows
 * @param findings its list, in the words reports use
 * @param receivers who may be told, as roles; empty: nobody said
 * @param ladder whom to call, in the order of {@link Step#after}
 */
// [impl->req~critical.policy~1]
public record CriticalPolicy(
        ZoneId zone,
        Map<CriticalCategory, Duration> limits,
        List<NamedFinding> findings,
        List<String> receivers,
        List<Step> ladder) {
    /** Longest limit; longer ones are slips of the pen. */
    public static final Duration LONGEST = Duration.ofDays(30);

    static final int LONGEST_WORDS = 200;

    /** A finding of the list. */
    public record NamedFinding(String term, CriticalCategory category) {
        public NamedFinding {
            requireWords("a finding", term);
        }
    }

    /**
     * One person or place to call.
     *
     * @param category for which it stands; empty for all, as a component for want of a type that says so better
     * @param after from identification on
     * @param role as {@code "ED charge nurse"}
     * @param name of the person; may be blank
     */
    public record Step(Optional<CriticalCategory> category, Duration after, String role, String name, String phone) {
        public Step {
            requireWords("a role", role);
            requireWords("a telephone number", phone);
            if (after.isNegative() || after.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a step comes within 0 to 30 days, not after " + after);
            }
            if (name.length() > LONGEST_WORDS) {
                throw new IllegalArgumentException("a name has at most " + LONGEST_WORDS + " letters");
            }
        }

        /** Who is called, in one line. */
        public String who() {
            return name.isBlank() ? role : name + ", " + role;
        }

        boolean isFor(CriticalCategory asked) {
            return category.map(asked::equals).orElse(true);
        }
    }

    public CriticalPolicy {
        Map<CriticalCategory, Duration> all = new EnumMap<>(CriticalCategory.class);
        for (CriticalCategory category : CriticalCategory.values()) {
            Duration limit = limits.getOrDefault(category, category.startLimit());
            if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a limit is more than nothing and at most 30 days, not " + limit);
            }
            all.put(category, limit);
        }
        limits = Map.copyOf(all);
        findings = List.copyOf(findings);
        receivers = List.copyOf(receivers);
        ladder = ladder.stream()
                .sorted(java.util.Comparator.comparing(Step::after))
                .toList();
    }

    /** What holds where a facility said nothing: start limits, a short list to start from, nobody to call. */
    public static CriticalPolicy start(ZoneId zone) {
        return new CriticalPolicy(zone, Map.of(), StartFindings.LIST, List.of(), List.of());
    }

    /** How long a finding of this category may take. */
    public Duration limit(CriticalCategory category) {
        return limits.getOrDefault(category, category.startLimit());
    }

    /** Whom to call for a category, in order. */
    public List<Step> ladder(CriticalCategory category) {
        return ladder.stream().filter(step -> step.isFor(category)).toList();
    }

    /** The same policy, whose ladder is not empty where a number is known from elsewhere, as from the contact card. */
    public CriticalPolicy orCalling(String phone) {
        if (!ladder.isEmpty() || phone.isBlank()) {
            return this;
        }
        List<Step> one = new ArrayList<>();
        one.add(new Step(Optional.empty(), Duration.ZERO, "Critical results, contact card", "", phone.strip()));
        return new CriticalPolicy(zone, limits, findings, receivers, one);
    }

    private static void requireWords(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_WORDS || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " has 1 to " + LONGEST_WORDS + " letters on one line");
        }
    }
}
