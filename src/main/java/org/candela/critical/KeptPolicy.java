package org.candela.critical;

import java.time.Instant;
import org.candela.facility.FacilityId;

/** A policy as it is kept: the version, counted from 1 for each facility, and who entered it when. */
public record KeptPolicy(FacilityId facility, int version, CriticalPolicy policy, Instant at, String by) {}
