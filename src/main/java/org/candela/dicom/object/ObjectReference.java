package org.candela.dicom.object;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/**
 * An object that another one points at, or frames of it (PS3.3 Table 10-3, Table 10-11).
 *
 * @param frames frame numbers from 1; empty for all frames
 */
public record ObjectReference(Uid sopClassUid, Uid sopInstanceUid, List<Integer> frames) {
    public ObjectReference {
        frames = List.copyOf(frames);
        if (frames.stream().anyMatch(frame -> frame < 1)) {
            throw new IllegalArgumentException("frames are numbered from 1: " + frames);
        }
    }

    /** The whole object. */
    public ObjectReference(Uid sopClassUid, Uid sopInstanceUid) {
        this(sopClassUid, sopInstanceUid, List.of());
    }

    /** Whether frame {@code frame}, from 1, of object {@code instance} is meant. */
    public boolean includes(Uid instance, int frame) {
        return sopInstanceUid.equals(instance) && (frames.isEmpty() || frames.contains(frame));
    }

    /** Whether one of {@code references} means frame {@code frame}, from 1, of object {@code instance}. */
    public static boolean anyIncludes(List<ObjectReference> references, Uid instance, int frame) {
        return references.stream().anyMatch(reference -> reference.includes(instance, frame));
    }

    /** The reference of an item; empty where it names no instance. An unknown SOP class stays unknown. */
    public static Optional<ObjectReference> of(Attributes item) {
        Optional<Uid> sopClass = item.uid(Tag.ReferencedSOPClassUID);
        Optional<Uid> instance = item.uid(Tag.ReferencedSOPInstanceUID);
        if (sopClass.isEmpty() || instance.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> frames = item.numbers(Tag.ReferencedFrameNumber).stream()
                .map(Double::intValue)
                .filter(frame -> frame >= 1)
                .distinct()
                .toList();
        return Optional.of(new ObjectReference(sopClass.orElseThrow(), instance.orElseThrow(), frames));
    }

    /** All references in {@code sequence}; items that name no instance are left out. */
    public static List<ObjectReference> all(Attributes dataSet, int sequence) {
        return dataSet.items(sequence).stream()
                .map(ObjectReference::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An item that says the same. */
    public Attributes item() {
        Attributes item = new Attributes()
                .set(Tag.ReferencedSOPClassUID, VR.UI, sopClassUid.value())
                .set(Tag.ReferencedSOPInstanceUID, VR.UI, sopInstanceUid.value());
        if (!frames.isEmpty()) {
            item.setNumbers(
                    Tag.ReferencedFrameNumber,
                    VR.IS,
                    frames.stream().mapToDouble(Integer::doubleValue).toArray());
        }
        return item;
    }

    /** Items of all of {@code references}. */
    public static List<Attributes> items(List<ObjectReference> references) {
        return references.stream().map(ObjectReference::item).toList();
    }
}
