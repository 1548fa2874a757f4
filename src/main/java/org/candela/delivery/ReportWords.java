package org.candela.delivery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.report.Amendment;
import org.candela.report.ReportSection;
import org.candela.report.SignedReport;

/**
 * What a receiver reads of a signed version, the same on every channel: a correction and a withdrawal begin with what
 * changed and who was told; an addendum says when it was added.
 */
// [impl->req~delivery.amendments~1]
public final class ReportWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private static final String CORRECTED = "Corrected report";
    private static final String WITHDRAWN = "Withdrawn report, disregard the text below";

    private ReportWords() {}

    /** Whether the section says that a report was changed: then its heading belongs to it, whatever else has none. */
    public static boolean isOfChange(ReportSection section) {
        String heading = section.heading();
        return heading.equals(CORRECTED) || heading.equals(WITHDRAWN) || heading.startsWith(SignedReport.ADDENDUM);
    }

    /** What an addendum brings along. */
    public enum Extent {
        /** The report it is added to, then the addendum. */
        FULL,
        /** The addendum alone. */
        ONLY
    }

    /** The sections, whole. */
    public static List<ReportSection> of(SignedReport report, ZoneId zone) {
        return of(report, Extent.FULL, zone);
    }

    /**
     * The sections.
     *
     * @param zone of the time of an addendum
     */
    public static List<ReportSection> of(SignedReport report, Extent extent, ZoneId zone) {
        return switch (report.meaning()) {
            case PRELIMINARY, FINAL -> report.sections();
            case CORRECTED -> preceded(CORRECTED, report);
            case WITHDRAWN -> preceded(WITHDRAWN, report);
            case ADDENDUM -> added(report, extent, zone);
        };
    }

    private static List<ReportSection> preceded(String heading, SignedReport report) {
        Amendment amendment = report.amendment();
        String words = Stream.of(amendment.text(), amendment.told())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        List<ReportSection> sections = new ArrayList<>();
        if (!words.isEmpty()) {
            sections.add(new ReportSection(heading, words));
        }
        sections.addAll(report.sections());
        return sections;
    }

    private static List<ReportSection> added(SignedReport report, Extent extent, ZoneId zone) {
        List<ReportSection> sections = report.sections();
        int last = sections.size() - 1;
        String at = MOMENT.withZone(zone).format(report.signature().signedAt());
        List<ReportSection> timed = new ArrayList<>(extent == Extent.FULL ? sections.subList(0, last) : List.of());
        timed.add(new ReportSection(
                SignedReport.ADDENDUM + " " + at, sections.get(last).text()));
        return timed;
    }
}
