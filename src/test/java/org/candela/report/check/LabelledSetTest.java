package org.candela.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.candela.report.SignChecks;
import org.candela.report.SignFinding;
import org.junit.jupiter.api.Test;

/** What the checks find in 564 labelled reports, held against the table of the document. */
// [utest->req~report.sign-labelled-set~1]
// [utest->req~report.sign-laterality-order~1]
// [utest->req~report.sign-sex~1]
// [utest->req~report.sign-age~1]
// [utest->req~report.sign-negation~1]
// [utest->req~report.sign-change~1]
// [utest->req~report.sign-size-slip~1]
// [utest->req~report.sign-size-implausible~1]
// [utest->req~report.sign-impression-unfounded~1]
// [utest->req~report.sign-critical-untold~1]
// [utest->req~report.sign-contrast~1]
// [utest->req~report.sign-other-body-part~1]
// [utest->req~report.sign-repeated-word~1]
// [utest->req~report.sign-sound-alike~1]
// [utest->req~report.sign-words-unseen~1]
class LabelledSetTest {
    private static final Path DOCUMENT = Path.of("docs/sign-checks.md");
    private static final Map<String, List<String>> PARTS = new TreeMap<>(Map.of(
            "tuned", List.of("tuned-faulty.txt", "tuned-sound.txt"),
            "held out", List.of("heldout-faulty.txt", "heldout-sound.txt"),
            "fresh", List.of("fresh-faulty.txt", "fresh-sound.txt")));
    private static final List<String> ORDER = List.of("tuned", "held out", "fresh");

    private final SignChecks checks = SignRules.standard();

    /** Of one rule over one half: faults it should find, those it found, other faulty and sound reports it spoke in. */
    private static final class Count {
        private int faults;
        private int found;
        private int alarms;
        private int soundAlarms;
    }

    @Test
    void theSetHasTwoHundredFaultyAndTwoHundredSoundReports() throws IOException {
        int faulty = 0;
        int sound = 0;
        Set<String> ids = new TreeSet<>();
        for (List<String> files : PARTS.values()) {
            for (String file : files) {
                for (LabelledReport report : LabelledReport.read(file)) {
                    assertTrue(ids.add(report.id()), report.id());
                    faulty += report.expected().isEmpty() ? 0 : 1;
                    sound += report.expected().isEmpty() ? 1 : 0;
                }
            }
        }

        assertTrue(faulty >= 200, faulty + " faulty");
        assertTrue(sound >= 200, sound + " sound");
    }

    @Test
    void theFiguresOfTheDocumentAreThoseOfTheRules() throws IOException {
        String table = table();

        String document = Files.readString(DOCUMENT);
        String begin = "<!-- figures -->\n";
        String end = "<!-- end of figures -->";
        String kept = document.substring(document.indexOf(begin) + begin.length(), document.indexOf(end));
        assertEquals(kept, table, "docs/sign-checks.md says other figures than the rules come to");
    }

    private String table() throws IOException {
        Map<String, Map<String, Count>> all = new TreeMap<>();
        for (Map.Entry<String, List<String>> half : PARTS.entrySet()) {
            for (String file : half.getValue()) {
                for (LabelledReport report : LabelledReport.read(file)) {
                    count(report, half.getKey(), all);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("| rule | tuned: found | tuned: false alarms | held out: found | held out: false alarms"
                + " | fresh: found | fresh: false alarms |");
        lines.add("|---|---|---|---|---|---|---|");
        Map<String, Count> sums = new TreeMap<>();
        all.forEach((rule, halves) -> lines.add("| `" + rule + "` |" + cells(halves, sums)));
        lines.add("| all |" + cells(sums, new TreeMap<>()));
        return String.join("\n", lines) + "\n";
    }

    private static String cells(Map<String, Count> halves, Map<String, Count> sums) {
        StringBuilder cells = new StringBuilder();
        for (String half : ORDER) {
            Count count = halves.getOrDefault(half, new Count());
            Count sum = sums.computeIfAbsent(half, key -> new Count());
            sum.faults += count.faults;
            sum.found += count.found;
            sum.alarms += count.alarms;
            sum.soundAlarms += count.soundAlarms;
            cells.append(" ")
                    .append(count.found)
                    .append(" of ")
                    .append(count.faults)
                    .append(" | ")
                    .append(count.alarms)
                    .append(" (")
                    .append(count.soundAlarms)
                    .append(" in sound) |");
        }
        return cells.toString();
    }

    private void count(LabelledReport report, String half, Map<String, Map<String, Count>> all) {
        Set<String> spoke = new TreeSet<>();
        for (SignFinding finding : checks.check(report.context())) {
            spoke.add(finding.ruleId());
        }
        Set<String> rules = new TreeSet<>(spoke);
        rules.addAll(report.expected());
        for (String rule : rules) {
            Count count = all.computeIfAbsent(rule, key -> new TreeMap<>()).computeIfAbsent(half, key -> new Count());
            boolean isExpected = report.expected().contains(rule);
            count.faults += isExpected ? 1 : 0;
            count.found += isExpected && spoke.contains(rule) ? 1 : 0;
            count.alarms += isExpected ? 0 : 1;
            count.soundAlarms += report.expected().isEmpty() ? 1 : 0;
        }
    }
}
