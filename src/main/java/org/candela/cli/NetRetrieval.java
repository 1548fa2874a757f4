package org.candela.cli;

import java.nio.file.Path;
import java.util.List;
import org.candela.base.Uid;

/**
 * What is to be fetched, and into which folder.
 *
 * @param uids study, and within it a series, and within that an instance: one to three of them
 * @param method how a DIMSE peer is asked; DICOMweb knows one way only
 */
public record NetRetrieval(List<Uid> uids, Path folder, Method method) {
    public NetRetrieval {
        uids = List.copyOf(uids);
        if (uids.isEmpty() || uids.size() > 3) {
            throw new IllegalArgumentException("name a study, with it a series, with that an instance");
        }
    }

    /** Service by which a DIMSE peer sends objects. */
    public enum Method {
        /** C-GET: on the same association. */
        GET,
        /** C-MOVE: to a port of ours that the peer knows by our AE title. */
        MOVE
    }
}
