package org.candela.delivery;

import org.candela.base.CandelaException;
import org.candela.facility.Facility;

/**
 * The way into what a channel of a facility leads to, entered as the facility lets us in. Asks nobody yet.
 *
 * @param <S> what is spoken to there
 */
@FunctionalInterface
public interface Door<S> {
    /** @throws CandelaException saying what to do, when a certificate or a password is not here */
    S open(Facility facility, DeliveryChannel channel) throws CandelaException;
}
