package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;

/** Content items that documents of ours are built of. */
final class ContentItems {
    private ContentItems() {}

    static ContentItem container(Relationship relationship, Code name, List<ContentItem> children) {
        return new ContentItem(relationship, Optional.of(name), new ContentValue.Container(false), children);
    }

    static ContentItem code(Relationship relationship, Code name, Code value, ContentItem... children) {
        return ContentItem.of(relationship, name, new ContentValue.Coded(value), children);
    }

    static ContentItem text(Relationship relationship, Code name, String text) {
        return ContentItem.of(relationship, name, new ContentValue.Text(text));
    }

    static ContentItem uid(Relationship relationship, Code name, Uid uid) {
        return ContentItem.of(relationship, name, new ContentValue.UidReference(uid));
    }

    static ContentValue.Numeric numeric(double value, Code unit) {
        return new ContentValue.Numeric(OptionalDouble.of(value), Optional.of(unit), Optional.empty());
    }

    /** TID 1002, TID 1003: a person, by name alone. */
    static List<ContentItem> observer(String name) {
        return List.of(
                code(Relationship.HAS_OBS_CONTEXT, Concepts.OBSERVER_TYPE, Concepts.PERSON),
                ContentItem.of(
                        Relationship.HAS_OBS_CONTEXT,
                        Concepts.PERSON_OBSERVER_NAME,
                        new ContentValue.Plain(ContentValue.Plain.Type.PNAME, name)));
    }

    /** TID 1204. */
    static ContentItem language() {
        return code(Relationship.HAS_CONCEPT_MOD, Concepts.LANGUAGE, Concepts.ENGLISH);
    }

    /** Who observed, as PNAME or, against the template, as TEXT; empty when not stated. */
    static String observerOf(ContentItem root) {
        return root.named(Concepts.PERSON_OBSERVER_NAME)
                .map(ContentItem::value)
                .map(value -> {
                    if (value instanceof ContentValue.Plain plain) {
                        return plain.text();
                    }
                    return value instanceof ContentValue.Text text ? text.text() : "";
                })
                .findFirst()
                .orElse("");
    }
}
