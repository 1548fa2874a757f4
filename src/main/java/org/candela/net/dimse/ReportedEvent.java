package org.candela.net.dimse;

import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;

/**
 * What a peer told by N-EVENT-REPORT (PS3.7 §10.1.1): outcome of a storage commitment (PS3.4 J.3.3), change of a
 * workitem (CC.2.4), notification of a performed procedure step (F.9).
 *
 * @param type event type ID, as the SOP class defines it
 * @param information event information; empty when none was sent
 */
public record ReportedEvent(Uid sopClass, Uid sopInstance, int type, Attributes information, String callingAe) {

    /** Takes events, on the thread of their association; a failure is told to the sender. */
    @FunctionalInterface
    public interface Receiver {
        void received(ReportedEvent event) throws CandelaException;
    }
}
