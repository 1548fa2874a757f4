package org.candela.order.source;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.order.Order;
import org.candela.order.OrderSource;

/** A service of a facility that tells its orders when asked. Safe from any thread. */
public interface OrderWay {
    /** Longest answer, in orders; a longer one is a wrong question, and half of it would withdraw the other half. */
    int MOST = 20_000;

    /** Whose orders these are. */
    FacilityId facility();

    /** By which way. */
    OrderSource source();

    /** All that the facility asks for now; waits for the network. */
    List<Order> ask(Cancellation cancellation) throws CandelaException;
}
