package org.candela.order.feed;

import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;

/** Which facility a message is of. */
@FunctionalInterface
public interface Senders {
    /**
     * @param application MSH-3
     * @param facility MSH-4
     * @return empty when no facility of ours sends as these
     */
    Optional<FacilityId> find(String application, String facility) throws CandelaException;
}
