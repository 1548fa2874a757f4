package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.ObjectHeader;

/** Writes reports in words as Basic Text SR (PS3.3 A.35.1, PS3.16 TID 2000). Stateless; safe from any thread. */
public final class TextReportWriter {
    static final Uid BASIC_TEXT = new Uid("1.2.840.10008.5.1.4.1.1.88.11");

    private TextReportWriter() {}

    // [impl->req~dicom-object.text-write~1]
    /**
     * The report as an object of its own, complete and not verified.
     *
     * @param images headers of the images it is about, at least one; patient and study are taken from the first
     * @param place series and number of the object
     */
    public static Attributes write(TextReport report, List<Attributes> images, ObjectHeader.Place place) {
        return write(report, new DocumentWriter(images, place));
    }

    static Attributes write(TextReport report, SignedTextWriter.Subject subject, ObjectHeader.Place place) {
        return write(report, new DocumentWriter(subject, place));
    }

    private static Attributes write(TextReport report, DocumentWriter writer) {
        List<ContentItem> items = new ArrayList<>();
        items.addAll(ContentItems.observer(report.observer()));
        for (TextReport.Section section : report.sections()) {
            items.add(ContentItems.container(
                    Relationship.CONTAINS,
                    section.heading().code(),
                    section.paragraphs().stream()
                            .map(text -> ContentItems.text(
                                    Relationship.CONTAINS, section.heading().paragraphCode(), text))
                            .toList()));
        }
        DocumentWriter.Head head = new DocumentWriter.Head(
                new ObjectHeader.Kind(BASIC_TEXT, "SR"), report.sopInstanceUid(), report.created(), "2000");
        return writer.writeReport(head, ContentItems.container(Relationship.NONE, report.title(), items));
    }
}
