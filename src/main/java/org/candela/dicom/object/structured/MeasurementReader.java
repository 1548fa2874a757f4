package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectReference;

/** Finds the measurements of a report made by TID 1500, and of others that use its groups. Pure. */
public final class MeasurementReader {
    private final StructuredReport report;

    private MeasurementReader(StructuredReport report) {
        this.report = report;
    }

    // [impl->req~dicom-object.measurements-read~1]
    /** All measurement groups in the order of the report; a group without any measurement or region is one too. */
    public static List<MeasurementGroup> groups(StructuredReport report) {
        MeasurementReader reader = new MeasurementReader(report);
        return report.content()
                .all()
                .filter(item ->
                        item.isNamed(Concepts.MEASUREMENT_GROUP) && item.value() instanceof ContentValue.Container)
                .map(reader::group)
                .toList();
    }

    private MeasurementGroup group(ContentItem item) {
        String identifier = item.first(Concepts.TRACKING_IDENTIFIER, ContentValue.Text.class)
                .map(ContentValue.Text::text)
                .orElse("");
        Optional<Uid> uid = item.first(Concepts.TRACKING_UNIQUE_IDENTIFIER, ContentValue.UidReference.class)
                .map(ContentValue.UidReference::uid);
        List<Measurement> measurements = new ArrayList<>();
        for (ContentItem child : item.children()) {
            measurement(child).ifPresent(measurements::add);
        }
        List<Region> regions = item.children().stream()
                .filter(child -> child.relationship() != Relationship.HAS_OBS_CONTEXT)
                .flatMap(this::region)
                .toList();
        return new MeasurementGroup(
                new MeasurementGroup.Tracking(identifier, uid),
                item.first(Concepts.FINDING, ContentValue.Coded.class).map(ContentValue.Coded::code),
                site(item),
                item.first(Concepts.COMMENT, ContentValue.Text.class)
                        .map(ContentValue.Text::text)
                        .orElse(""),
                regions,
                measurements);
    }

    private static Optional<MeasurementGroup.Site> site(ContentItem group) {
        return Stream.concat(group.named(Concepts.FINDING_SITE), group.named(Concepts.FINDING_SITE_SRT))
                .filter(item -> item.value() instanceof ContentValue.Coded)
                .findFirst()
                .map(item -> new MeasurementGroup.Site(
                        ((ContentValue.Coded) item.value()).code(),
                        item.first(Concepts.LATERALITY, ContentValue.Coded.class)
                                .or(() -> item.first(Concepts.LATERALITY_SRT, ContentValue.Coded.class))
                                .map(ContentValue.Coded::code)));
    }

    /** A NUM with a value, a unit and a name: what lacks one of them is shown as text and is no measurement. */
    private Optional<Measurement> measurement(ContentItem item) {
        if (!(item.value() instanceof ContentValue.Numeric numeric)
                || numeric.value().isEmpty()
                || numeric.unit().isEmpty()
                || item.name().isEmpty()) {
            return Optional.empty();
        }
        Optional<Code> derivation =
                item.first(Concepts.DERIVATION, ContentValue.Coded.class).map(ContentValue.Coded::code);
        List<Region> sources = item.children().stream().flatMap(this::region).toList();
        return Optional.of(new Measurement(
                item.name().orElseThrow(),
                numeric.value().orElseThrow(),
                numeric.unit().orElseThrow(),
                derivation,
                item.first(Concepts.MEASUREMENT_METHOD, ContentValue.Coded.class)
                        .map(ContentValue.Coded::code),
                sources));
    }

    /** The region of an item, of the one it points at, or none. */
    private Stream<Region> region(ContentItem item) {
        ContentItem meant = item.value() instanceof ContentValue.ItemReference reference
                ? report.content().at(reference.place()).orElse(item)
                : item;
        Optional<ObjectReference> source = meant.children().stream()
                .map(ContentItem::value)
                .filter(ContentValue.Referenced.class::isInstance)
                .map(value -> ((ContentValue.Referenced) value).object())
                .findFirst();
        if (meant.value() instanceof ContentValue.ImageCoordinates on) {
            return source.stream().map(image -> new Region.OnImage(on.shape(), on.points(), image));
        }
        if (meant.value() instanceof ContentValue.PatientCoordinates in) {
            return Stream.of(new Region.InPatient(in.shape(), in.points(), in.frameOfReferenceUid(), source));
        }
        if (meant.value() instanceof ContentValue.Referenced referenced
                && referenced.type() == ContentValue.Referenced.Type.IMAGE) {
            return Stream.of(
                    referenced.segments().isEmpty()
                            ? new Region.WholeImage(referenced.object())
                            : new Region.OfSegments(referenced.object(), referenced.segments()));
        }
        return Stream.empty();
    }
}
