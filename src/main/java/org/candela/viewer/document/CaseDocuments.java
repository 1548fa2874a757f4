package org.candela.viewer.document;

import java.util.List;

/**
 * The documents that came with study and priors, newest first, those of the study before those of its priors. Immutable.
 *
 * @param unread how many there are that cannot be listed
 * @param isRead false until the case was looked through
 */
public record CaseDocuments(List<CaseDocument> documents, int unread, boolean isRead) {
    /** The case has not been looked through. */
    public static final CaseDocuments NONE_YET = new CaseDocuments(List.of(), 0, false);

    public CaseDocuments {
        documents = List.copyOf(documents);
    }
}
