package org.candela.critical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.critical.CriticalPolicy.NamedFinding;
import org.candela.critical.CriticalPolicy.Step;

/**
 * A policy as text that a person can write and carry to another desk, one statement a line:
 *
 * <pre>
 * zone America/Chicago
 * limit 1 15m
 * finding 1 tension pneumothorax
 * receiver ordering provider
 * step * 0m | ED charge nurse | Jane Doe | +1 555 0101
 * </pre>
 *
 * Lines that begin with {@code #} are remarks. What is no statement is refused with the number of its line.
 */
// [impl->req~critical.policy-file~1]
public final class PolicyText {
    private static final int MOST_LINES = 2_000;
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})(m|h|d)");
    private static final String ALL = "*";

    private final Map<CriticalCategory, Duration> limits = new EnumMap<>(CriticalCategory.class);
    private final List<NamedFinding> findings = new ArrayList<>();
    private final List<String> receivers = new ArrayList<>();
    private final List<Step> ladder = new ArrayList<>();
    private ZoneId zone;

    private PolicyText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a policy.
     *
     * @param zone that holds where the text names none
     * @throws CriticalException {@code critical.policy}, which names the line
     */
    public static CriticalPolicy read(String text, ZoneId zone) throws CriticalException {
        PolicyText reading = new PolicyText(zone);
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            throw new CriticalException("critical.policy", "line " + MOST_LINES + ": a policy has no more lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            try {
                reading.line(lines.get(i).strip());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CriticalException("critical.policy", "line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new CriticalPolicy(reading.zone, reading.limits, reading.findings, reading.receivers, reading.ladder);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split("\\s+", 2);
        String rest = words.length < 2 ? "" : words[1].strip();
        switch (words[0]) {
            case "zone" -> zone = ZoneId.of(rest);
            case "limit" -> limit(rest.split("\\s+"));
            case "finding" -> finding(rest.split("\\s+", 2));
            case "receiver" -> receivers.add(receiver(rest));
            case "step" -> ladder.add(step(rest.split("\\|", -1)));
            default ->
                throw new IllegalArgumentException(
                        "\"" + words[0] + "\" is none of zone, limit, finding, receiver, step");
        }
    }

    private void limit(String[] parts) {
        if (parts.length != 2) {
            throw new IllegalArgumentException("a limit is: limit 1 15m");
        }
        Duration span = span(parts[1]);
        if (span.isZero() || span.compareTo(CriticalPolicy.LONGEST) > 0) {
            throw new IllegalArgumentException("a limit is more than nothing and at most 30 days");
        }
        if (limits.put(category(parts[0]), span) != null) {
            throw new IllegalArgumentException("category " + parts[0] + " has a limit already");
        }
    }

    private void finding(String[] parts) {
        if (parts.length != 2) {
            throw new IllegalArgumentException("a finding is: finding 1 tension pneumothorax");
        }
        findings.add(new NamedFinding(parts[1].strip().toLowerCase(Locale.ROOT), category(parts[0])));
    }

    private static String receiver(String role) {
        if (role.isEmpty() || role.length() > CriticalPolicy.LONGEST_WORDS) {
            throw new IllegalArgumentException("a receiver is: receiver ordering provider");
        }
        return role;
    }

    private static Step step(String[] parts) {
        String[] when = parts[0].strip().split("\\s+");
        if (parts.length != 4 || when.length != 2) {
            throw new IllegalArgumentException("a step is: step * 10m | role | name | telephone number");
        }
        Optional<CriticalCategory> category = when[0].equals(ALL) ? Optional.empty() : Optional.of(category(when[0]));
        return new Step(category, span(when[1]), parts[1].strip(), parts[2].strip(), parts[3].strip());
    }

    private static CriticalCategory category(String number) {
        return CriticalCategory.of(number)
                .orElseThrow(() -> new IllegalArgumentException("a category is 1, 2 or 3, not \"" + number + "\""));
    }

    private static Duration span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a span is as 15m, 2h or 3d, not \"" + text + "\"");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The text that {@link #read} takes back to an equal policy. */
    public static String write(CriticalPolicy policy) {
        StringBuilder text = new StringBuilder("# Critical results\nzone " + policy.zone() + "\n");
        for (CriticalCategory category : CriticalCategory.values()) {
            text.append("limit ").append(category.number()).append(' ');
            text.append(span(policy.limit(category))).append('\n');
        }
        policy.findings().forEach(finding -> text.append("finding ")
                .append(finding.category().number())
                .append(' ')
                .append(finding.term())
                .append('\n'));
        policy.receivers().forEach(role -> text.append("receiver ").append(role).append('\n'));
        policy.ladder().forEach(step -> text.append(line(step)).append('\n'));
        return text.toString();
    }

    private static String line(Step step) {
        String category =
                step.category().map(one -> Integer.toString(one.number())).orElse(ALL);
        return String.join(
                " | ", "step " + category + " " + span(step.after()), step.role(), step.name(), step.phone());
    }

    private static String span(Duration span) {
        if (span.toMinutes() % Duration.ofDays(1).toMinutes() == 0 && !span.isZero()) {
            return span.toDays() + "d";
        }
        return span.toMinutes() % Duration.ofHours(1).toMinutes() == 0 && !span.isZero()
                ? span.toHours() + "h"
                : span.toMinutes() + "m";
    }
}
