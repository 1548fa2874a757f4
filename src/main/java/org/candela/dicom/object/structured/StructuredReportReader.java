package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.UnsupportedObjectException;

/**
 * Reads structured reports: Basic Text, Enhanced, Comprehensive, Comprehensive 3D, Extensible, and the other storage
 * classes that are content trees (PS3.3 A.35). Stateless; safe from any thread.
 *
 * <p>Refused: other objects, more than 200,000 items or 60 levels. A content item that cannot be read keeps its place and
 * its children, with a warning.
 */
public final class StructuredReportReader {
    private static final String SR_ROOT = "1.2.840.10008.5.1.4.1.1.88.";
    /** Not content trees, or of a kind of their own: the retired trials. */
    private static final Set<String> TRIALS = Set.of(SR_ROOT + "1", SR_ROOT + "2", SR_ROOT + "3", SR_ROOT + "4");

    private StructuredReportReader() {}

    /** Whether objects of {@code sopClassUid} are content trees that are read; key object selections are among them. */
    public static boolean reads(Uid sopClassUid) {
        String uid = sopClassUid.value();
        return uid.startsWith(SR_ROOT) && !TRIALS.contains(uid);
    }

    // [impl->req~dicom-object.report-read~1]
    /**
     * The document in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is no structured document, or too large
     */
    public static StructuredReport read(Attributes dataSet) throws UnsupportedObjectException {
        Uid sopClass = dataSet.uid(Tag.SOPClassUID)
                .filter(StructuredReportReader::reads)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPClassUID, "no structured document"));
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        if (!dataSet.string(Tag.ValueType).orElse("").equals("CONTAINER")) {
            throw new UnsupportedObjectException(Tag.ValueType, "the root of the document is no container");
        }
        List<String> warnings = new ArrayList<>();
        ContentItem root = new ContentReader(warnings).readRoot(dataSet);
        String template = dataSet.item(DocumentTag.ContentTemplateSequence)
                .flatMap(item -> item.string(DocumentTag.TemplateIdentifier))
                .orElse("");
        return new StructuredReport(
                new StructuredReport.Identity(
                        sopClass, instance, template, dataSet.dateTime(Tag.ContentDate, Tag.ContentTime)),
                status(dataSet),
                root,
                Evidence.in(dataSet),
                warnings);
    }

    private static StructuredReport.Status status(Attributes dataSet) {
        return new StructuredReport.Status(
                dataSet.string(Tag.CompletionFlag).filter("COMPLETE"::equals).isPresent(),
                dataSet.string(Tag.VerificationFlag).filter("VERIFIED"::equals).isPresent(),
                dataSet.items(DocumentTag.VerifyingObserverSequence).stream()
                        .flatMap(item -> item.string(DocumentTag.VerifyingObserverName).stream())
                        .toList());
    }
}
