package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.facility.FacilityId;

/** A reader whose papers are in order for a facility in Texas. */
public final class PapersInOrder {
    /** Where the facility is. */
    public static final String STATE = "TX";

    private PapersInOrder() {}

    /** All that the gate asks for, in force for a month on both sides of {@code now}. */
    public static List<PracticeRecord> at(FacilityId facility, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Period inForce = new Period(today.minusMonths(1), today.plusMonths(6));
        Jurisdiction state = new Jurisdiction(STATE);
        return List.of(
                new Licence(
                        state,
                        "K1",
                        Licence.Grade.FULL,
                        inForce,
                        Licence.Route.DIRECT,
                        Optional.empty(),
                        Optional.empty()),
                new Credential(
                        facility,
                        Credential.Status.APPROVED,
                        inForce.from(),
                        inForce.from(),
                        Optional.of(inForce),
                        ReadType.FINAL,
                        Set.of()),
                new Engagement(
                        facility, Engagement.Model.EMPLOYED, inForce, Optional.empty(), Optional.of(inForce.from())),
                new MalpracticePolicy(
                        "Carrier",
                        "P-" + facility,
                        inForce,
                        "1M/3M",
                        Set.of(state),
                        Set.of(facility),
                        new MalpracticePolicy.Terms(true, true)),
                new ReadingLocation("US", "GA", now));
    }
}
