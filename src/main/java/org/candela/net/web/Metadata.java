package org.candela.net.web;

import java.util.List;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;

/**
 * One instance without its bulk data.
 *
 * @param dataSet values left out are there as the server named their places ({@link Attributes#bulkDataUri})
 * @param bulkData the same places, absolute, in the order of the data set
 */
public record Metadata(Attributes dataSet, List<BulkDataLink> bulkData) {
    public Metadata {
        bulkData = List.copyOf(bulkData);
    }

    /** Takes one instance, in the order of arrival, on the retrieving thread. A throw ends the retrieval. */
    @FunctionalInterface
    public interface Sink {
        void accept(Metadata metadata) throws CandelaException;
    }
}
