package org.candela.practice;

import static org.candela.practice.Cases.GA;
import static org.candela.practice.Cases.NM;
import static org.candela.practice.Cases.NOON;
import static org.candela.practice.Cases.TX;
import static org.candela.practice.Cases.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.practice.DossierItem.Paper;
import org.junit.jupiter.api.Test;

class PracticePlanTest {
    private static final Jurisdiction CA = new Jurisdiction("CA");
    private static final CompactStates LIST = new CompactStates(
            LocalDate.of(2026, 6, 1), Set.of(TX, GA, NM), Set.of(), Map.of(NM, "implementation later"));

    private static PracticePlan plan(PracticeRecords records, Map<Jurisdiction, Integer> volume) {
        return PracticePlan.of(records, volume, LIST, NOON);
    }

    // [utest->req~licence.plan~1]
    @Test
    void theLicenceThatWouldOpenMostStandsFirstWithTheWayToIt() {
        PracticePlan plan = plan(Cases.with(Cases.licence(GA)), Map.of(TX, 10, CA, 40, NM, 10, GA, 99));

        assertEquals(
                List.of(
                        new PracticePlan.Wanted(CA, 40, "directly at its board, which is outside the compact"),
                        new PracticePlan.Wanted(NM, 10, "by the compact (implementation later)"),
                        new PracticePlan.Wanted(TX, 10, "by the compact")),
                plan.wanted());
    }

    // [utest->req~licence.plan~1]
    @Test
    void aTrainingLicenceIsStillWanted() {
        PracticePlan plan = plan(Cases.with(Cases.licence(TX, Licence.Grade.TRAINING, YEAR)), Map.of(TX, 10));

        assertEquals(TX, plan.wanted().get(0).state());
    }

    // [utest->req~licence.plan~1]
    @Test
    void whatLapsesWithinHalfAYearIsToldSoonestFirstAndWhatLapsedToo() {
        Licence soon = Cases.licence(TX, Licence.Grade.FULL, new Period(YEAR.from(), LocalDate.of(2026, 7, 1)));
        Licence lapsed = Cases.licence(GA, Licence.Grade.FULL, new Period(YEAR.from(), LocalDate.of(2026, 6, 1)));
        Licence far = Cases.licence(NM, Licence.Grade.FULL, new Period(YEAR.from(), LocalDate.of(2026, 12, 13)));

        List<PracticePlan.Dated> lapses =
                plan(PracticeRecords.of(List.of(far, soon, lapsed)), Map.of()).lapses();

        assertEquals(
                List.of(-14L, 16L),
                lapses.stream().map(PracticePlan.Dated::days).toList());
    }

    // [utest->req~licence.plan~1]
    @Test
    void anApplicationIsAwaitedOnTheDayItIsExpected() {
        Credential applied = new Credential(
                Cases.CLINIC,
                Credential.Status.IN_REVIEW,
                LocalDate.of(2026, 5, 1),
                Credential.usuallyExpected(LocalDate.of(2026, 5, 1)),
                Optional.empty(),
                ReadType.FINAL,
                Set.of());

        List<PracticePlan.Dated> awaited = plan(Cases.with(applied), Map.of()).awaited();

        assertEquals(
                List.of(LocalDate.of(2026, 7, 30)),
                awaited.stream().map(PracticePlan.Dated::day).toList());
        assertEquals(45, awaited.get(0).days());
    }

    // [utest->req~licence.plan~1]
    @Test
    void anExpiredPaperLacks() {
        DossierItem expired = new DossierItem(
                Paper.DEA_REGISTRATION, "DEA", YEAR.from(), Optional.of(LocalDate.of(2026, 6, 14)), Optional.empty());
        DossierItem board =
                new DossierItem(Paper.BOARD_CERTIFICATION, "ABR", YEAR.from(), Optional.empty(), Optional.empty());

        List<String> lacking = plan(Cases.with(expired, board), Map.of()).lacking();

        assertTrue(lacking.contains("dea registration: 0 of 1"), lacking::toString);
        assertTrue(lacking.contains("reference: 0 of 3"), lacking::toString);
        assertFalse(lacking.toString().contains("board"), lacking::toString);
    }

    // [utest->req~licence.compact~1]
    @Test
    void theShippedListIsDatedOutsideOfItIsCaliforniaAndAfterNinetyDaysItIsOld() {
        CompactStates shipped = CompactStates.shipped();

        assertTrue(shipped.members().contains(TX));
        assertFalse(shipped.members().contains(CA));
        assertTrue(shipped.members().containsAll(shipped.notPrincipal()));
        assertFalse(shipped.isOld(shipped.asOf().plusDays(90)));
        assertTrue(shipped.isOld(shipped.asOf().plusDays(91)));
        assertTrue(shipped.members().size() > 40);
    }

    // [utest->req~licence.compact~1]
    @Test
    void membershipOpensNoGate() {
        assertTrue(LIST.members().contains(TX));
        assertFalse(ClaimGate.STANDARD
                .decide(Cases.ct(NOON, TX), Cases.with(Cases.licence(GA)))
                .isOpen());
    }
}
