package org.candela.dicom.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** Objects of one series that another object points at. */
public record SeriesReference(Uid seriesInstanceUid, List<ObjectReference> objects) {
    public SeriesReference {
        objects = List.copyOf(objects);
    }

    /**
     * The series in Referenced Series Sequence (0008,1115) of {@code dataSet}, their objects in {@code objectSequence}; a
     * series without a UID is left out.
     */
    public static List<SeriesReference> all(Attributes dataSet, int objectSequence) {
        List<SeriesReference> found = new ArrayList<>();
        for (Attributes item : dataSet.items(Tag.ReferencedSeriesSequence)) {
            Optional<Uid> series = item.uid(Tag.SeriesInstanceUID);
            series.ifPresent(uid -> found.add(new SeriesReference(uid, ObjectReference.all(item, objectSequence))));
        }
        return found;
    }

    /** An item that says the same, its objects in {@code objectSequence}. */
    public Attributes item(int objectSequence) {
        return new Attributes()
                .setItems(objectSequence, ObjectReference.items(objects))
                .set(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid.value());
    }

    /** The series of {@code headers}, each object once and whole, in the order they come. */
    public static List<SeriesReference> of(List<Attributes> headers) {
        Map<Uid, List<ObjectReference>> bySeries = new LinkedHashMap<>();
        for (Attributes header : headers) {
            ObjectReference object = ObjectHeader.reference(header);
            List<ObjectReference> objects = bySeries.computeIfAbsent(
                    ObjectHeader.required(header, Tag.SeriesInstanceUID), series -> new ArrayList<>());
            if (!objects.contains(object)) {
                objects.add(object);
            }
        }
        return bySeries.entrySet().stream()
                .map(entry -> new SeriesReference(entry.getKey(), entry.getValue()))
                .toList();
    }
}
