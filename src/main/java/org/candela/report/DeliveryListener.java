package org.candela.report;

import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Takes part in the transaction that records a facility's acknowledgement of a signed version. */
@FunctionalInterface
public interface DeliveryListener {
    /** Called once a version, on the delivery thread; a throw leaves the version unacknowledged, to be sent again. */
    void acknowledged(Tx tx, SignedReport report) throws StoreException;
}
