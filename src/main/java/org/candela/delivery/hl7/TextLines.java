package org.candela.delivery.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.delivery.ReportWords;
import org.candela.delivery.hl7.OruMapping.Portion;
import org.candela.report.ReportSection;

/** The text of a report in the portions that a mapping asks for. */
record TextLines(OruMapping.Text mapping) {
    /**
     * What stands in one OBX.
     *
     * @param code OBX-3, in the notation of messages
     * @param subId OBX-4
     */
    record Observation(String code, int subId, List<String> lines) {
        Observation {
            lines = List.copyOf(lines);
        }
    }

    List<Observation> of(List<ReportSection> sections) {
        List<Observation> observations = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (ReportSection section : sections) {
            List<String> lines = lines(section);
            switch (mapping.portion()) {
                case LINE -> lines.forEach(line -> observations.add(new Observation(code(section), 1, List.of(line))));
                case SECTION -> observations.add(new Observation(code(section), 1, lines));
                case REPORT -> {
                    if (!whole.isEmpty()) {
                        whole.add("");
                    }
                    whole.addAll(lines);
                }
            }
        }
        if (mapping.portion() == Portion.REPORT) {
            observations.add(new Observation(mapping.codes().getOrDefault("findings", ""), 1, whole));
        }
        return observations;
    }

    private String code(ReportSection section) {
        String general = mapping.codes().getOrDefault(section.isImpression() ? "impression" : "findings", "");
        return mapping.codes().getOrDefault(section.heading().toLowerCase(Locale.ROOT), general);
    }

    private List<String> lines(ReportSection section) {
        List<String> lines = new ArrayList<>();
        // Where each portion has the code of an impression, its heading says nothing more.
        boolean saysItself = section.isImpression() && mapping.portion() == Portion.LINE;
        String heading = heading(section);
        if (!heading.isEmpty() && !saysItself) {
            lines.add(heading);
        }
        section.text().lines().filter(line -> !line.isBlank()).forEach(line -> lines.addAll(broken(line.strip())));
        return lines;
    }

    private String heading(ReportSection section) {
        return switch (mapping.headings()) {
            case UPPER -> section.heading().toUpperCase(Locale.ROOT) + ":";
            case AS_WRITTEN -> section.heading() + ":";
            case NONE -> ReportWords.isOfChange(section) ? section.heading() + ":" : "";
        };
    }

    /** Broken at words; a word that is longer than a line stays whole. */
    private List<String> broken(String line) {
        if (mapping.longestLine() == 0 || line.length() <= mapping.longestLine()) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" +", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > mapping.longestLine()) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /** OBX-5: lines divided by {@code \.br\} in FT and by repetition in TX. */
    String value(Observation observation) {
        List<String> escaped = observation.lines().stream().map(Er7::escape).toList();
        return String.join(mapping.isFormatted() ? Er7.BREAK : "~", escaped);
    }
}
