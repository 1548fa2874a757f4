package org.candela.facility.trial;

import org.candela.base.Cancellation;
import org.candela.base.CandelaException;

/**
 * One service to try.
 *
 * @param service as {@code ups} or {@code dicomweb/alternate}
 * @param address without secrets
 */
public record Trial(String service, String address, Attempt attempt) {
    /** Asks for as little as shows that the service works; changes nothing there. */
    @FunctionalInterface
    public interface Attempt {
        /** What it answered, in a few words without patient data; fails saying what is wrong. */
        String run(Cancellation cancellation) throws CandelaException;
    }
}
