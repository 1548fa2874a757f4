package org.candela.readiness.stamp;

import java.util.Map;
import org.candela.facility.FacilityId;
import org.candela.readiness.Evidence;

/** Knows under which conditions is read. */
@FunctionalInterface
public interface Surroundings {
    /**
     * The conditions now, for the cases of a facility: name to figure, in the order they are told. What nobody measured is
     * {@link Evidence#MISSING}. Within the transaction that signs: fast, from this machine alone, and it never throws.
     */
    Map<String, Evidence> now(FacilityId facility);
}
