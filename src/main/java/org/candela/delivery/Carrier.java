package org.candela.delivery;

import org.candela.base.CandelaException;

/** How reports travel in one {@link DeliveryChannel.Way}. Any thread; blocks. */
public interface Carrier {
    /**
     * Writes the version as this channel takes it. Does not ask the network.
     *
     * @throws CandelaException saying what to do: the version stays here until the reader sends it again
     */
    Parcel pack(Consignment consignment) throws CandelaException;

    /** Sends it and waits for the answer, within one limit of time. Never throws over the peer: failures are answers. */
    Answer send(Consignment.Ticket ticket, Parcel parcel);
}
