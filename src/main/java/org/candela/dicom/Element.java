package org.candela.dicom;

import java.util.List;

/**
 * One element of a data set: what it is and its value, still as it was encoded. Immutable but for nested items.
 *
 * @param vr what the value is
 * @param codedVr what an explicit encoding called it: UN where a writer did not know {@code vr}
 */
record Element(int tag, VR vr, Value value, VR codedVr) {

    Element(int tag, VR vr, Value value) {
        this(tag, vr, value, vr);
    }

    /** The same with another value. */
    Element with(Value other) {
        return new Element(tag, vr, other, codedVr);
    }

    /** The value of an element. */
    sealed interface Value permits Bytes, Items, Bulk, Encapsulated, Reference {}

    /** A value in memory, little endian, with its padding. */
    record Bytes(byte[] bytes) implements Value {}

    /** Items of a sequence; {@code isUndefinedLength} tells how a file held it, so that it is written the same way. */
    record Items(List<Attributes> items, boolean isUndefinedLength) implements Value {}

    /** A value left in its file. */
    record Bulk(BulkData data) implements Value {}

    /** Pixel data in fragments. */
    record Encapsulated(Fragments fragments) implements Value {}

    /** A value that a server keeps, as the JSON model names it: relative or absolute, and nobody has fetched it. */
    record Reference(String uri) implements Value {}
}
