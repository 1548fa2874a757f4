package org.candela.report;

import java.util.List;
import org.candela.base.CandelaException;

/** Who was told of critical findings of a report. Any thread; blocks on the disk. */
@FunctionalInterface
public interface Communications {
    /** Nothing is on record. */
    Communications NONE = report -> List.of();

    /**
     * What is on record for a report, oldest first: each is the finding as it was told, in the reader's words.
     *
     * @throws CandelaException when the records cannot be read
     */
    List<String> findingsTold(ReportId report) throws CandelaException;
}
