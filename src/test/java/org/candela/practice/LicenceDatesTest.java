package org.candela.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.candela.practice.Jurisdictions.Named;
import org.junit.jupiter.api.Test;

class LicenceDatesTest {
    private static final Period LICENSED = new Period(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 11, 1));

    private static boolean isOpen(Named state, Instant at) {
        Jurisdiction jurisdiction = new Jurisdiction(state.code());
        PracticeRecords records = Cases.with(Cases.licence(jurisdiction, Licence.Grade.FULL, LICENSED));
        return ClaimGate.STANDARD.decide(Cases.ct(at, jurisdiction), records).findings().stream()
                .filter(finding -> finding.ruleId().equals("claim.licence"))
                .allMatch(finding -> finding.verdict() == GateFinding.Verdict.MET);
    }

    /** Every state, every quarter of an hour around both ends, which are also the days that clocks change in 2026. */
    // [utest->req~licence.time-zones~1]
    @Test
    void aLicenceHoldsFromItsFirstMidnightEverywhereInTheStateToItsLastAnywhereInIt() {
        for (Named state : Jurisdictions.all()) {
            Instant begins = state.zones().stream()
                    .map(zone -> LICENSED.from().atStartOfDay(zone).toInstant())
                    .max(Instant::compareTo)
                    .orElseThrow();
            Instant ends = state.zones().stream()
                    .map(zone ->
                            LICENSED.through().plusDays(1).atStartOfDay(zone).toInstant())
                    .min(Instant::compareTo)
                    .orElseThrow();
            for (Instant end : List.of(begins, ends)) {
                for (int quarter = -200; quarter <= 200; quarter++) {
                    Instant at = end.plus(Duration.ofMinutes(15L * quarter));
                    boolean isExpected = !at.isBefore(begins) && at.isBefore(ends);
                    assertEquals(isExpected, isOpen(state, at), state.code() + " at " + at);
                }
            }
        }
    }

    // [utest->req~licence.time-zones~1]
    @Test
    void aLicenceThatEndsAtMidnightEndsInTheMiddleOfAShift() {
        Named georgia = Jurisdictions.named("GA");

        assertTrue(isOpen(georgia, Instant.parse("2026-11-02T04:59:59Z")));
        assertFalse(isOpen(georgia, Instant.parse("2026-11-02T05:00:00Z")));
    }

    // [utest->req~licence.time-zones~1]
    @Test
    void allStatesAndTheirTerritoriesAreKnownAndNothingElse() {
        assertEquals(56, Jurisdictions.all().size());
        assertEquals("Texas", Jurisdiction.of(" tx ").title());
        assertFalse(Jurisdiction.isOne("ON"));
        assertThrows(IllegalArgumentException.class, () -> new Jurisdiction("tx"));
    }

    // [utest->req~licence.time-zones~1]
    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Period(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)));
    }
}
