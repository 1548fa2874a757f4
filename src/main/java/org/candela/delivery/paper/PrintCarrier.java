package org.candela.delivery.paper;

import java.time.ZoneId;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.Parcel;
import org.candela.delivery.document.ReportPdf;

/**
 * Reports on paper. The acknowledgement is the printer queue's, which took the sheets; whether anybody fetched them, nobody
 * says. After a kill at that moment they are printed again, with the same identity at the foot.
 */
// [impl->req~delivery.print~1]
public final class PrintCarrier implements Carrier {
    private final ZoneId zone;
    private final Press press;

    /** @param zone of times on paper */
    public PrintCarrier(ZoneId zone, Press press) {
        this.zone = zone;
        this.press = press;
    }

    /** The printers of this machine. */
    @FunctionalInterface
    public interface Press {
        /** Hands the pages to the queue; fails saying what to do. */
        void print(String printer, byte[] pdf) throws CandelaException;
    }

    @Override
    public Parcel pack(Consignment consignment) throws CandelaException {
        return new Parcel("application/pdf", ReportPdf.of(consignment.report(), zone));
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        String printer = ticket.channel().address();
        try {
            press.print(printer, parcel.bytes());
            return Answer.accepted("", "taken by the queue of " + printer);
        } catch (CandelaException e) {
            return Answer.of(Answer.Kind.ERROR, String.valueOf(e.getMessage()));
        }
    }
}
