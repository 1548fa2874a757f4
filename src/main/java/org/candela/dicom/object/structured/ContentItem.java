package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.dicom.object.Code;

/**
 * A node of the content tree (PS3.3 C.17.3).
 *
 * @param relationship how it stands to the item that holds it
 * @param name Concept Name; empty where the item has none
 * @param children in the order of the file
 */
public record ContentItem(
        Relationship relationship, Optional<Code> name, ContentValue value, List<ContentItem> children) {
    public ContentItem {
        children = List.copyOf(children);
    }

    /** An item with a name. */
    static ContentItem of(Relationship relationship, Code name, ContentValue value, ContentItem... children) {
        return new ContentItem(relationship, Optional.of(name), value, List.of(children));
    }

    /** Whether the item is named by this concept, whatever it is called. */
    public boolean isNamed(Code concept) {
        return name.filter(concept::isSame).isPresent();
    }

    /** Children named by {@code concept}. */
    public Stream<ContentItem> named(Code concept) {
        return children.stream().filter(child -> child.isNamed(concept));
    }

    /** First child named by {@code concept} whose value is a {@code kind}. */
    <V extends ContentValue> Optional<V> first(Code concept, Class<V> kind) {
        return named(concept)
                .map(ContentItem::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** This item and all below it, each before its children. */
    public Stream<ContentItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
    }

    /** The item at {@code place} of a tree whose root is this one: 1 is the root itself, 1.2 its second child. */
    Optional<ContentItem> at(List<Integer> place) {
        if (place.isEmpty() || place.get(0) != 1) {
            return Optional.empty();
        }
        ContentItem item = this;
        for (int number : place.subList(1, place.size())) {
            if (number < 1 || number > item.children.size()) {
                return Optional.empty();
            }
            item = item.children.get(number - 1);
        }
        return Optional.of(item);
    }
}
