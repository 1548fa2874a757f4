package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;

/**
 * Writes measurements by PS3.16 TID 1500: as Comprehensive 3D SR where a region lies in the patient, else as Comprehensive SR
 * (PS3.3 A.35.13, A.35.3). Stateless; safe from any thread.
 */
public final class MeasurementReportWriter {
    static final Uid COMPREHENSIVE = new Uid("1.2.840.10008.5.1.4.1.1.88.33");
    static final Uid COMPREHENSIVE_3D = new Uid("1.2.840.10008.5.1.4.1.1.88.34");

    private MeasurementReportWriter() {}

    // [impl->req~dicom-object.measurements-write~1]
    /**
     * The report as an object of its own.
     *
     * @param images headers of all images that are named; patient and study are taken from the first
     * @param place series and number of the object
     * @throws IllegalArgumentException when there is no header of an image, or a shape does not go with its space
     */
    public static Attributes write(MeasurementReport report, List<Attributes> images, ObjectHeader.Place place) {
        Uid sopClass = isInPatient(report) ? COMPREHENSIVE_3D : COMPREHENSIVE;
        DocumentWriter.Head head = new DocumentWriter.Head(
                new ObjectHeader.Kind(sopClass, "SR"), report.sopInstanceUid(), report.created(), "1500");
        return new DocumentWriter(images, place).writeReport(head, root(report, images));
    }

    private static boolean isInPatient(MeasurementReport report) {
        return report.groups().stream()
                .flatMap(group -> Stream.concat(
                        group.regions().stream(), group.measurements().stream().flatMap(one -> one.sources().stream())))
                .anyMatch(Region.InPatient.class::isInstance);
    }

    private static ContentItem root(MeasurementReport report, List<Attributes> images) {
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItems.language());
        items.addAll(ContentItems.observer(report.observer()));
        items.add(ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.PROCEDURE_REPORTED, report.procedure()));
        items.add(library(images));
        items.add(ContentItems.container(
                Relationship.CONTAINS,
                Concepts.IMAGING_MEASUREMENTS,
                report.groups().stream().map(MeasurementReportWriter::item).toList()));
        return ContentItems.container(Relationship.NONE, Concepts.IMAGING_MEASUREMENT_REPORT, items);
    }

    /** TID 1600: the images, without what can be read in their headers. */
    private static ContentItem library(List<Attributes> images) {
        List<ContentItem> entries = images.stream()
                .map(image ->
                        new ContentItem(Relationship.CONTAINS, Optional.empty(), Evidence.asContent(image), List.of()))
                .toList();
        return ContentItems.container(
                Relationship.CONTAINS,
                Concepts.IMAGE_LIBRARY,
                List.of(ContentItems.container(Relationship.CONTAINS, Concepts.IMAGE_LIBRARY_GROUP, entries)));
    }

    private static ContentItem item(MeasurementGroup group) {
        List<ContentItem> items = new ArrayList<>();
        if (!group.tracking().identifier().isEmpty()) {
            items.add(ContentItems.text(
                    Relationship.HAS_OBS_CONTEXT,
                    Concepts.TRACKING_IDENTIFIER,
                    group.tracking().identifier()));
        }
        group.tracking()
                .uid()
                .ifPresent(uid -> items.add(
                        ContentItems.uid(Relationship.HAS_OBS_CONTEXT, Concepts.TRACKING_UNIQUE_IDENTIFIER, uid)));
        group.finding().ifPresent(code -> items.add(ContentItems.code(Relationship.CONTAINS, Concepts.FINDING, code)));
        group.site().ifPresent(site -> items.add(item(site)));
        group.regions().forEach(region -> items.add(item(region, Relationship.CONTAINS, Concepts.IMAGE_REGION)));
        group.measurements().forEach(measurement -> items.add(item(measurement)));
        if (!group.comment().isEmpty()) {
            items.add(ContentItems.text(Relationship.CONTAINS, Concepts.COMMENT, group.comment()));
        }
        return ContentItems.container(Relationship.CONTAINS, Concepts.MEASUREMENT_GROUP, items);
    }

    private static ContentItem item(MeasurementGroup.Site site) {
        ContentItem[] laterality = site.laterality().stream()
                .map(code -> ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.LATERALITY, code))
                .toArray(ContentItem[]::new);
        return ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.FINDING_SITE, site.site(), laterality);
    }

    private static ContentItem item(Measurement measurement) {
        List<ContentItem> items = new ArrayList<>();
        Optional<Code> derivation = measurement.derivation();
        derivation.ifPresent(
                code -> items.add(ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.DERIVATION, code)));
        measurement
                .method()
                .ifPresent(code ->
                        items.add(ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.MEASUREMENT_METHOD, code)));
        measurement
                .sources()
                .forEach(region -> items.add(item(region, Relationship.INFERRED_FROM, Concepts.SOURCE_OF_MEASUREMENT)));
        return new ContentItem(
                Relationship.CONTAINS,
                Optional.of(measurement.name()),
                ContentItems.numeric(measurement.value(), measurement.unit()),
                items);
    }

    private static ContentItem item(Region region, Relationship relationship, Code name) {
        if (region instanceof Region.WholeImage whole) {
            return ContentItem.of(relationship, Concepts.SOURCE_IMAGE, image(whole.image()));
        }
        if (region instanceof Region.OfSegments of) {
            return ContentItem.of(
                    relationship,
                    Concepts.REFERENCED_SEGMENT,
                    new ContentValue.Referenced(ContentValue.Referenced.Type.IMAGE, of.segmentation(), of.segments()));
        }
        ContentItem[] source = region.source().stream()
                .map(object -> ContentItem.of(Relationship.SELECTED_FROM, Concepts.SOURCE_IMAGE, image(object)))
                .toArray(ContentItem[]::new);
        if (region instanceof Region.OnImage on) {
            require(on.shape() != GraphicShape.POLYGON && on.shape() != GraphicShape.ELLIPSOID, on.shape());
            return ContentItem.of(
                    relationship, name, new ContentValue.ImageCoordinates(on.shape(), on.points()), source);
        }
        Region.InPatient in = (Region.InPatient) region;
        require(in.shape() != GraphicShape.CIRCLE, in.shape());
        return ContentItem.of(
                relationship,
                name,
                new ContentValue.PatientCoordinates(in.shape(), in.points(), in.frameOfReferenceUid()),
                source);
    }

    private static void require(boolean holds, GraphicShape shape) {
        if (!holds) {
            throw new IllegalArgumentException("a region cannot be a " + shape + " there (PS3.3 C.18.6, C.18.9)");
        }
    }

    private static ContentValue image(ObjectReference object) {
        return new ContentValue.Referenced(ContentValue.Referenced.Type.IMAGE, object, List.of());
    }
}
