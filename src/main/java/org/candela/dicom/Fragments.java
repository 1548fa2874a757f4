package org.candela.dicom;

import java.util.List;

/**
 * Encapsulated pixel data: the Basic Offset Table and the fragments after it (PS3.5 A.4).
 *
 * @param offsetTable the first item, bytes as in the file; empty when the table is
 * @param items the other items, in order
 */
public record Fragments(byte[] offsetTable, List<BulkData> items) {
    public Fragments {
        items = List.copyOf(items);
    }

    /** Bytes of all fragments. */
    public long length() {
        return items.stream().mapToLong(BulkData::length).sum();
    }
}
