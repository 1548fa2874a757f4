package org.candela.dicom.object.structured;

import java.time.LocalDateTime;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;

/**
 * What is written as a Basic Text SR (PS3.16 TID 2000): paragraphs under headings.
 *
 * @param title as {@link Concepts#DIAGNOSTIC_IMAGING_REPORT}
 * @param observer who reports, a person's name, not empty
 * @param created written to the second
 * @param sections at least one
 */
public record TextReport(
        Uid sopInstanceUid, Code title, String observer, LocalDateTime created, List<Section> sections) {
    public TextReport {
        sections = List.copyOf(sections);
        if (sections.isEmpty() || observer.isBlank()) {
            throw new IllegalArgumentException("a text report needs sections and an observer");
        }
    }

    /** Headings of a report (CID 7001) and what stands under each (CID 7002). */
    public enum Heading {
        HISTORY("121060", "History", "121060", "History"),
        INDICATIONS("121109", "Indications for Procedure", "121109", "Indications for Procedure"),
        PROCEDURE("121064", "Current Procedure Descriptions", "121065", "Procedure Description"),
        PRIOR_PROCEDURES("121066", "Prior Procedure Descriptions", "121065", "Procedure Description"),
        FINDINGS("121070", "Findings", "121071", "Finding"),
        IMPRESSIONS("121072", "Impressions", "121073", "Impression"),
        RECOMMENDATIONS("121074", "Recommendations", "121075", "Recommendation"),
        CONCLUSIONS("121076", "Conclusions", "121077", "Conclusion"),
        ADDENDUM("121078", "Addendum", "121078", "Addendum");

        private final String heading;
        private final String headingMeaning;
        private final String element;
        private final String elementMeaning;

        Heading(String heading, String headingMeaning, String element, String elementMeaning) {
            this.heading = heading;
            this.headingMeaning = headingMeaning;
            this.element = element;
            this.elementMeaning = elementMeaning;
        }

        /** Name of the container. */
        public Code code() {
            return new Code(heading, "DCM", headingMeaning);
        }

        /** Name of each paragraph. */
        public Code paragraphCode() {
            return new Code(element, "DCM", elementMeaning);
        }
    }

    /** Paragraphs under a heading; none of them blank. */
    public record Section(Heading heading, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
            if (paragraphs.isEmpty() || paragraphs.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("a section without text");
            }
        }
    }
}
