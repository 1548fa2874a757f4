package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.UnsupportedObjectException;

/** Reads key object selections (PS3.3 A.35.4). Stateless; safe from any thread. */
public final class KeyObjectsReader {
    static final Uid SOP_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.88.59");

    private KeyObjectsReader() {}

    /** Whether objects of {@code sopClassUid} are key object selections. */
    public static boolean reads(Uid sopClassUid) {
        return SOP_CLASS.equals(sopClassUid);
    }

    // [impl->req~dicom-object.key-read~1]
    /**
     * The selection in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is no key object selection, or has no title
     */
    public static KeyObjects read(Attributes dataSet) throws UnsupportedObjectException {
        if (dataSet.uid(Tag.SOPClassUID).filter(KeyObjectsReader::reads).isEmpty()) {
            throw new UnsupportedObjectException(Tag.SOPClassUID, "no key object selection");
        }
        StructuredReport document = StructuredReportReader.read(dataSet);
        ContentItem root = document.content();
        Code title = root.name()
                .orElseThrow(() -> new UnsupportedObjectException(
                        Tag.ConceptNameCodeSequence, "the key object selection has no title"));
        List<String> warnings = new ArrayList<>(document.warnings());
        return new KeyObjects(
                document.identity().sopInstanceUid(),
                title,
                modifiers(root),
                new KeyObjects.Note(
                        root.first(Concepts.KEY_OBJECT_DESCRIPTION, ContentValue.Text.class)
                                .map(ContentValue.Text::text)
                                .orElse(""),
                        ContentItems.observerOf(root),
                        document.identity().created()),
                objects(document, warnings),
                warnings);
    }

    private static List<Code> modifiers(ContentItem root) {
        return root.named(Concepts.DOCUMENT_TITLE_MODIFIER)
                .map(ContentItem::value)
                .filter(ContentValue.Coded.class::isInstance)
                .map(value -> ((ContentValue.Coded) value).code())
                .toList();
    }

    private static List<KeyObjects.KeyObject> objects(StructuredReport document, List<String> warnings) {
        List<KeyObjects.KeyObject> objects = new ArrayList<>();
        for (ContentItem item : document.content().children()) {
            if (item.value() instanceof ContentValue.Referenced referenced) {
                var place = document.evidence().placeOf(referenced.object().sopInstanceUid());
                if (place.isEmpty()) {
                    warnings.add("an object is marked whose study and series are not stated");
                }
                objects.add(new KeyObjects.KeyObject(referenced.object(), place));
            }
        }
        return objects;
    }
}
