package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;

/** Objects that a document names, by study and series (PS3.3 Table C.17-3b, Hierarchical SOP Instance Reference). */
public record Evidence(List<Study> studies) {
    public Evidence {
        studies = List.copyOf(studies);
    }

    /** Objects of one study. */
    public record Study(Uid studyInstanceUid, List<SeriesReference> series) {
        public Study {
            series = List.copyOf(series);
        }
    }

    /** Where an object is. */
    public record Place(Uid studyInstanceUid, Uid seriesInstanceUid) {}

    /** What both evidence sequences of {@code dataSet} say (C.17.2, C.17.6.2). */
    static Evidence in(Attributes dataSet) {
        List<Study> studies = new ArrayList<>();
        for (int sequence : List.of(
                DocumentTag.CurrentRequestedProcedureEvidenceSequence, DocumentTag.PertinentOtherEvidenceSequence)) {
            for (Attributes item : dataSet.items(sequence)) {
                item.uid(Tag.StudyInstanceUID)
                        .ifPresent(uid ->
                                studies.add(new Study(uid, SeriesReference.all(item, Tag.ReferencedSOPSequence))));
            }
        }
        return new Evidence(studies);
    }

    /** The objects of {@code headers}, whole. */
    static Evidence of(List<Attributes> headers) {
        Map<Uid, List<Attributes>> byStudy = new LinkedHashMap<>();
        for (Attributes header : headers) {
            Uid study = header.uid(Tag.StudyInstanceUID)
                    .orElseThrow(() -> new IllegalArgumentException("an image without a study"));
            byStudy.computeIfAbsent(study, uid -> new ArrayList<>()).add(header);
        }
        return new Evidence(byStudy.entrySet().stream()
                .map(entry -> new Study(entry.getKey(), SeriesReference.of(entry.getValue())))
                .toList());
    }

    /** Study and series of an object; empty when the document does not say them. */
    public Optional<Place> placeOf(Uid sopInstanceUid) {
        for (Study study : studies) {
            for (SeriesReference series : study.series()) {
                boolean isHere = series.objects().stream()
                        .map(ObjectReference::sopInstanceUid)
                        .anyMatch(sopInstanceUid::equals);
                if (isHere) {
                    return Optional.of(new Place(study.studyInstanceUid(), series.seriesInstanceUid()));
                }
            }
        }
        return Optional.empty();
    }

    /** Items that say the same. */
    List<Attributes> items() {
        return studies.stream()
                .map(study -> new Attributes()
                        .setItems(
                                Tag.ReferencedSeriesSequence,
                                study.series().stream()
                                        .map(series -> series.item(Tag.ReferencedSOPSequence))
                                        .toList())
                        .set(
                                Tag.StudyInstanceUID,
                                VR.UI,
                                study.studyInstanceUid().value()))
                .toList();
    }

    /** Refuses a tree that names an object which is not among these. */
    void requireAllOf(ContentItem root) {
        root.all()
                .map(ContentItem::value)
                .filter(ContentValue.Referenced.class::isInstance)
                .map(value -> ((ContentValue.Referenced) value).object())
                .filter(object -> placeOf(object.sopInstanceUid()).isEmpty())
                .findFirst()
                .ifPresent(object -> {
                    throw new IllegalArgumentException("no header of object " + object.sopInstanceUid());
                });
    }

    /** Reference of {@code image} as an item of the tree. */
    static ContentValue.Referenced asContent(Attributes image) {
        return new ContentValue.Referenced(
                ContentValue.Referenced.Type.IMAGE, ObjectHeader.reference(image), List.of());
    }
}
