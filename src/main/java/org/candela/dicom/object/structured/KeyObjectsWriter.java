package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectHeader;

/** Writes key object selections (PS3.3 A.35.4, PS3.16 TID 2010). Stateless; safe from any thread. */
public final class KeyObjectsWriter {
    private KeyObjectsWriter() {}

    // [impl->req~dicom-object.key-write~1]
    /**
     * The selection as an object of its own.
     *
     * @param images headers of all images that are marked, of one study; patient and study are taken from the first
     * @param place series and number of the object
     * @throws IllegalArgumentException when nothing is marked, the moment is missing, there is no header of an image, or
     *     the images are of several studies: those need a copy of the document in each (C.17.6.2.1)
     */
    public static Attributes write(KeyObjects value, List<Attributes> images, ObjectHeader.Place place) {
        if (value.objects().isEmpty()) {
            throw new IllegalArgumentException("a key object selection of nothing");
        }
        if (Evidence.of(images).studies().size() > 1) {
            throw new IllegalArgumentException("key objects of several studies in one document");
        }
        DocumentWriter.Head head = new DocumentWriter.Head(
                new ObjectHeader.Kind(KeyObjectsReader.SOP_CLASS, "KO"),
                value.sopInstanceUid(),
                value.note()
                        .created()
                        .orElseThrow(() -> new IllegalArgumentException("the selection has no moment of creation")),
                "2010");
        return new DocumentWriter(images, place).write(head, root(value));
    }

    private static ContentItem root(KeyObjects value) {
        List<ContentItem> items = new ArrayList<>();
        for (Code modifier : value.modifiers()) {
            items.add(ContentItems.code(Relationship.HAS_CONCEPT_MOD, Concepts.DOCUMENT_TITLE_MODIFIER, modifier));
        }
        if (!value.note().observer().isEmpty()) {
            items.addAll(ContentItems.observer(value.note().observer()));
        }
        if (!value.note().text().isEmpty()) {
            items.add(ContentItems.text(
                    Relationship.CONTAINS,
                    Concepts.KEY_OBJECT_DESCRIPTION,
                    value.note().text()));
        }
        for (KeyObjects.KeyObject one : value.objects()) {
            items.add(new ContentItem(
                    Relationship.CONTAINS,
                    Optional.empty(),
                    new ContentValue.Referenced(ContentValue.Referenced.Type.IMAGE, one.object(), List.of()),
                    List.of()));
        }
        return ContentItems.container(Relationship.NONE, value.title(), items);
    }
}
