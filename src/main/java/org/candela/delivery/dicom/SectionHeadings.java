package org.candela.delivery.dicom;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candela.dicom.object.structured.TextReport.Heading;
import org.candela.report.SignedReport;

/** Coded headings (CID 7001) by what readers write above their text. */
final class SectionHeadings {
    private static final Map<String, Heading> KNOWN = Map.ofEntries(
            Map.entry("history", Heading.HISTORY),
            Map.entry("clinical history", Heading.HISTORY),
            Map.entry("clinical information", Heading.HISTORY),
            Map.entry("indication", Heading.INDICATIONS),
            Map.entry("indications", Heading.INDICATIONS),
            Map.entry("reason for exam", Heading.INDICATIONS),
            Map.entry("technique", Heading.PROCEDURE),
            Map.entry("procedure", Heading.PROCEDURE),
            Map.entry("comparison", Heading.PRIOR_PROCEDURES),
            Map.entry("findings", Heading.FINDINGS),
            Map.entry("impression", Heading.IMPRESSIONS),
            Map.entry("impressions", Heading.IMPRESSIONS),
            Map.entry("conclusion", Heading.CONCLUSIONS),
            Map.entry("recommendation", Heading.RECOMMENDATIONS),
            Map.entry("recommendations", Heading.RECOMMENDATIONS));

    private SectionHeadings() {}

    /** The coded heading; empty for one that no code stands for. */
    static Optional<Heading> of(String heading) {
        return heading.startsWith(SignedReport.ADDENDUM)
                ? Optional.of(Heading.ADDENDUM)
                : Optional.ofNullable(KNOWN.get(heading.toLowerCase(Locale.ROOT)));
    }
}
