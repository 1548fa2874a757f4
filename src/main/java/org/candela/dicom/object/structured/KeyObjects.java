package org.candela.dicom.object.structured;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectReference;

/**
 * A Key Object Selection (PS3.3 A.35.4, PS3.16 TID 2010): objects that somebody marked, and why.
 *
 * @param title why they are marked (CID 7010)
 * @param modifiers more of it, as the reason of a rejection; may be empty
 * @param note what the observer says of them
 * @param objects what is marked, in order
 * @param warnings what could not be understood; in English and without patient data
 */
public record KeyObjects(
        Uid sopInstanceUid,
        Code title,
        List<Code> modifiers,
        Note note,
        List<KeyObject> objects,
        List<String> warnings) {
    public KeyObjects {
        modifiers = List.copyOf(modifiers);
        objects = List.copyOf(objects);
        warnings = warnings.stream().distinct().toList();
    }

    /**
     * What the observer says.
     *
     * @param text description; may be empty
     * @param observer a person's name; may be empty
     * @param created Content Date and Time; empty when not stated
     */
    public record Note(String text, String observer, Optional<LocalDateTime> created) {}

    /**
     * One object, or frames of it.
     *
     * @param place study and series it is in; empty where the document does not say it
     */
    public record KeyObject(ObjectReference object, Optional<Evidence.Place> place) {}

    /** A new selection. */
    public static KeyObjects ofNew(KeyObjectTitle title, Note note, List<KeyObject> objects) {
        Note whole =
                new Note(note.text(), note.observer(), note.created().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
        return new KeyObjects(Uid.random(), title.code(), List.of(), whole, objects, List.of());
    }

    /** Whether frame {@code frame}, from 1, of {@code instance} is marked. */
    public boolean marks(Uid instance, int frame) {
        return objects.stream().anyMatch(one -> one.object().includes(instance, frame));
    }
}
