package org.candela.net.web;

import java.net.URI;

/**
 * Where a server keeps a value it left out of metadata (PS3.18 F.2.6).
 *
 * @param attribute path of the element: tags of eight hexadecimal digits, each sequence followed by its item number from 1,
 *     as {@code "54000100.1.54001010"}
 * @param uri absolute; see {@link WadoClient#bulkData}
 */
public record BulkDataLink(String attribute, URI uri) {
    /** Tag of the element itself. */
    public int tag() {
        return Integer.parseUnsignedInt(attribute.substring(attribute.lastIndexOf('.') + 1), 16);
    }
}
