package org.candela.delivery;

import java.util.List;
import org.candela.facility.Facility;
import org.candela.report.SignedReport;

/**
 * A signed version on its way to one channel.
 *
 * @param earlier the versions before it, oldest first
 */
public record Consignment(Ticket ticket, SignedReport report, List<SignedReport> earlier) {
    public Consignment {
        earlier = List.copyOf(earlier);
    }

    /**
     * Where something goes, under which id.
     *
     * @param controlId the receiver's means to know it again: at most 20 letters and digits, the same at each attempt
     */
    public record Ticket(Facility facility, DeliveryChannel channel, String controlId) {}
}
