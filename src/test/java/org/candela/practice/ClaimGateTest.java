package org.candela.practice;

import static org.candela.practice.Cases.CLINIC;
import static org.candela.practice.Cases.GA;
import static org.candela.practice.Cases.IN_ORDER;
import static org.candela.practice.Cases.NM;
import static org.candela.practice.Cases.NOON;
import static org.candela.practice.Cases.TX;
import static org.candela.practice.Cases.YEAR;
import static org.candela.practice.Cases.ct;
import static org.candela.practice.Cases.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.practice.ClaimQuestion.Origin;
import org.candela.practice.Credential.Status;
import org.candela.practice.Engagement.Model;
import org.candela.practice.FacilityTerms.LocalTeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimGateTest {
    private static GateDecision decide(ClaimQuestion question, PracticeRecords records) {
        return ClaimGate.STANDARD.decide(question, records);
    }

    private static List<String> blocked(ClaimQuestion question, PracticeRecords records) {
        return decide(question, records).blocks().stream()
                .map(GateFinding::ruleId)
                .toList();
    }

    private static List<String> warned(ClaimQuestion question, PracticeRecords records) {
        return decide(question, records).warnings().stream()
                .map(GateFinding::ruleId)
                .toList();
    }

    // [utest->req~licence.gate~1]
    @Test
    void aReaderInOrderReads() {
        GateDecision decision = decide(ct(NOON, TX), IN_ORDER);

        assertTrue(decision.isOpen());
        assertEquals(List.of(), decision.warnings());
        assertEquals(
                List.of("claim.licence", "claim.credential", "claim.policy", "claim.engagement", "claim.location"),
                decision.findings().stream().map(GateFinding::ruleId).toList());
    }

    // [utest->req~licence.gate~1]
    @Test
    void withNothingOnFileNobodyReads() {
        assertEquals(
                List.of("claim.licence", "claim.credential", "claim.policy", "claim.engagement"),
                blocked(ct(NOON, TX), PracticeRecords.NONE));
    }

    // [utest->req~licence.gate~1]
    @Test
    void aSyntheticStudyOfTheDemonstrationNeedsNothing() {
        ClaimQuestion synthetic = Cases.asked(ct(NOON, TX), GateStep.CLAIM, Origin.SYNTHETIC);

        assertTrue(decide(synthetic, PracticeRecords.NONE).isOpen());
        assertEquals(List.of(), warned(synthetic, PracticeRecords.NONE));
    }

    // [utest->req~licence.gate~1]
    @Test
    void aStudyFromFilesIsOpenAndSaysThatNothingWasChecked() {
        ClaimQuestion imported = Cases.asked(ct(NOON, TX), GateStep.CLAIM, Origin.IMPORTED);

        assertEquals(List.of("claim.origin"), warned(imported, PracticeRecords.NONE));
        assertTrue(decide(imported, PracticeRecords.NONE).isOpen());
    }

    // [utest->req~licence.required~1]
    @Test
    void theStateOfThePatientCountsAndNotThatOfTheReader() {
        GateDecision decision = decide(ct(NOON, TX), Cases.with(Cases.licence(GA)));

        assertEquals(1, decision.blocks().size());
        GateFinding block = decision.blocks().get(0);
        assertEquals("claim.licence", block.ruleId());
        assertEquals("No licence of Texas allows reading today.", block.text());
        assertEquals("the facility serves TX; no licence of TX on file", block.evidence());
    }

    // [utest->req~licence.full~1]
    @ParameterizedTest
    @EnumSource(names = {"TRAINING", "RESTRICTED"})
    void aLicenceThatIsNotFullNeverCounts(Licence.Grade kind) {
        GateDecision decision = decide(ct(NOON, TX), Cases.with(Cases.licence(TX, kind, YEAR)));

        assertEquals("claim.licence", decision.blocks().get(0).ruleId());
        assertTrue(decision.blocks().get(0).evidence().contains(kind.name().toLowerCase(Locale.ROOT)));
    }

    // [utest->req~licence.required~1]
    @Test
    void aLicenceCannotBeOverriddenUnlessAnEmergencyIsDeclared() {
        GateDecision usual = decide(ct(NOON, TX), Cases.with(Cases.licence(GA)));
        GateDecision elsewhere = decide(ct(NOON, TX), Cases.with(Cases.licence(GA), emergency(NM)));
        GateDecision emergency = decide(ct(NOON, TX), Cases.with(Cases.licence(GA), emergency(TX)));

        assertFalse(usual.canBeOverridden());
        assertFalse(elsewhere.canBeOverridden());
        assertTrue(emergency.canBeOverridden());
        assertFalse(emergency.isOpen());
    }

    private static EmergencyDeclaration emergency(Jurisdiction state) {
        return new EmergencyDeclaration(state, "Executive Order 14", YEAR);
    }

    // [utest->req~licence.patient-state~1]
    @Test
    void aFacilityOfTwoStatesAsksForBothUntilTheSiteIsKnown() {
        assertEquals(List.of("claim.licence", "claim.policy"), blocked(ct(NOON, TX, NM), IN_ORDER));
        PatientPlace site = PatientPlace.of(Optional.of(TX), List.of(TX, NM), Optional.empty());
        assertEquals(List.of(), blocked(question(NOON, site, "CT", 50), IN_ORDER));
    }

    // [utest->req~licence.patient-state~1]
    @Test
    void anAddressNeverMakesGoodForAStateThatIsNotLicensed() {
        PatientPlace atHomeInTexas = PatientPlace.of(Optional.empty(), List.of(TX, NM), Optional.of(TX));

        assertTrue(blocked(question(NOON, atHomeInTexas, "CT", 50), IN_ORDER).contains("claim.licence"));
    }

    // [utest->req~licence.patient-state~1]
    @Test
    void anAddressInAnotherStateIsShownWithBoth() {
        PatientPlace fromNewMexico = PatientPlace.of(Optional.empty(), List.of(TX), Optional.of(NM));
        GateDecision decision = decide(question(NOON, fromNewMexico, "CT", 50), IN_ORDER);

        assertTrue(decision.isOpen());
        GateFinding told = decision.warnings().get(0);
        assertEquals("The patient's address is in New Mexico.", told.text());
        assertEquals("the facility serves TX; no licence of NM in force", told.evidence());
    }

    // [utest->req~licence.patient-state~1]
    @Test
    void whereTheStateIsUnknownNobodyReads() {
        assertTrue(blocked(ct(NOON), IN_ORDER).contains("claim.licence"));
    }

    // [utest->req~licence.patient-state~1]
    @Test
    void aSiteIsKnownByItsInstitutionNameInAnyCase() {
        FacilityTerms terms = new FacilityTerms(CLINIC, Map.of("North Campus", NM), false, Set.of());

        assertEquals(Optional.of(NM), terms.stateOf(" NORTH CAMPUS "));
        assertEquals(Optional.empty(), terms.stateOf("South Campus"));
    }

    // [utest->req~licence.credential~1]
    @ParameterizedTest
    @EnumSource(names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
    void aLicenceAloneIsNotEnough(Status status) {
        PracticeRecords records = Cases.with(Cases.credential(status, ReadType.FINAL));

        assertEquals(List.of("claim.credential"), blocked(ct(NOON, TX), records));
    }

    // [utest->req~licence.credential~1]
    @Test
    void aCredentialForPreliminaryReportsLetsOneReadThoseAndSignNoFinalOne() {
        PracticeRecords records = Cases.with(Cases.credential(Status.APPROVED, ReadType.PRELIMINARY));

        assertEquals(List.of(), blocked(ct(NOON, TX), records));
        assertEquals(List.of("claim.credential"), warned(ct(NOON, TX), records));
        ClaimQuestion signing = Cases.asked(ct(NOON, TX), GateStep.SIGN, Origin.ORDERED);
        assertEquals(List.of("claim.credential"), blocked(signing, records));
    }

    // [utest->req~licence.credential~1]
    @Test
    void aCredentialCoversItsModalitiesAlone() {
        PracticeRecords records = Cases.with(Cases.credential(Status.APPROVED, ReadType.FINAL, "CR", "DX"));

        assertEquals(List.of("claim.credential"), blocked(ct(NOON, TX), records));
    }

    // [utest->req~licence.policy~1]
    @Test
    void aPolicyNamesTelemedicineTheStateAndTheFacility() {
        MalpracticePolicy noTelemedicine = Cases.policy(Set.of(TX), new MalpracticePolicy.Terms(false, true));
        MalpracticePolicy otherState = Cases.policy(Set.of(GA), new MalpracticePolicy.Terms(true, true));
        MalpracticePolicy employer = new MalpracticePolicy(
                "Employer", "E9", YEAR, "1M/3M", Set.of(TX), Set.of(), new MalpracticePolicy.Terms(true, true));

        PracticeRecords records = Cases.with(noTelemedicine, otherState, employer);
        GateFinding block = decide(ct(NOON, TX), records).blocks().get(0);

        assertEquals("claim.policy", block.ruleId());
        assertEquals(
                "Carrier policy P1 (2026-01-01 to 2026-12-31) does not name telemedicine; "
                        + "Carrier policy P1 (2026-01-01 to 2026-12-31) does not name TX; "
                        + "Employer policy E9 (2026-01-01 to 2026-12-31) does not name this facility",
                block.evidence());
    }

    // [utest->req~licence.policy~1]
    @Test
    void twoPoliciesDoNotMakeOne() {
        MalpracticePolicy texasAlone = Cases.policy(Set.of(TX), new MalpracticePolicy.Terms(true, true));
        MalpracticePolicy newMexicoAlone = Cases.policy(Set.of(NM), new MalpracticePolicy.Terms(true, true));

        assertTrue(blocked(ct(NOON, TX, NM), Cases.with(texasAlone, newMexicoAlone))
                .contains("claim.policy"));
    }

    // [utest->req~licence.policy~1]
    @Test
    void aContractorWithoutTailIsWarned() {
        PracticeRecords records = Cases.with(Cases.policy(Set.of(TX), new MalpracticePolicy.Terms(true, false)));

        assertEquals(List.of(), blocked(ct(NOON, TX), records));
        assertEquals(List.of("claim.policy"), warned(ct(NOON, TX), records));
    }

    // [utest->req~licence.engagement~1]
    @Test
    void moonlightingNeedsTheEmployersConsent() {
        PracticeRecords without = Cases.with(Cases.engagement(Model.MOONLIGHTING, Optional.empty()));
        PracticeRecords later =
                Cases.with(Cases.engagement(Model.MOONLIGHTING, Optional.of(LocalDate.of(2026, 6, 16))));
        PracticeRecords agreed =
                Cases.with(Cases.engagement(Model.MOONLIGHTING, Optional.of(LocalDate.of(2026, 6, 15))));

        assertEquals(List.of("claim.engagement"), blocked(ct(NOON, TX), without));
        assertEquals(List.of("claim.engagement"), blocked(ct(NOON, TX), later));
        assertEquals(List.of(), blocked(ct(NOON, TX), agreed));
    }

    // [utest->req~licence.engagement~1]
    @Test
    void aMissingBusinessAssociateAgreementIsTold() {
        Engagement without = new Engagement(CLINIC, Model.EMPLOYED, YEAR, Optional.empty(), Optional.empty());

        assertEquals(List.of("claim.engagement"), warned(ct(NOON, TX), Cases.with(without)));
    }

    // [utest->req~licence.mammography~1]
    @Test
    void breastImagesNeedDisplaysForThemAndAFacilityThatLetsThemOut() {
        ClaimQuestion dark = question(NOON, Cases.texas(), "MG", 50);
        ClaimQuestion fit = new ClaimQuestion(
                GateStep.CLAIM,
                CLINIC,
                Origin.ORDERED,
                dark.place(),
                dark.work(),
                new ClaimQuestion.Desk(true, "5.0 MP"),
                NOON);

        assertEquals(List.of("claim.mammography"), blocked(dark, IN_ORDER));
        assertFalse(decide(dark, IN_ORDER).canBeOverridden());
        assertEquals(List.of(), blocked(fit, IN_ORDER));
        assertEquals(List.of("claim.mammography"), blocked(fit, Cases.with(Cases.terms(true))));
    }

    // [utest->req~licence.local-team~1]
    @Test
    void whatNeedsALocalTeamIsMarkedWhereTheFacilityAsksForOne() {
        PracticeRecords records = Cases.with(Cases.terms(false, LocalTeam.PAEDIATRIC, LocalTeam.INTERVENTIONAL));

        assertEquals(List.of("claim.local-team"), warned(question(NOON, Cases.texas(), "CT", 17), records));
        assertEquals(List.of(), warned(question(NOON, Cases.texas(), "CT", 18), records));
        assertEquals(List.of("claim.local-team"), warned(question(NOON, Cases.texas(), "XA", 60), records));
        assertEquals(List.of(), warned(question(NOON, Cases.texas(), "XA", 60), IN_ORDER));
    }

    // [utest->req~licence.location~1]
    @Test
    void whereOneSitsIsAttestedForEachShiftAndIsInTheUnitedStates() {
        ReadingLocation yesterday = new ReadingLocation("US", "GA", NOON.minusSeconds(17 * 3600));
        ReadingLocation abroad = new ReadingLocation("FR", "Nice", NOON.minusSeconds(60));

        assertEquals(List.of("claim.location"), warned(ct(NOON, TX), Cases.lacking(PracticeRecord.Kind.LOCATION)));
        assertEquals(List.of("claim.location"), warned(ct(NOON, TX), Cases.with(yesterday)));
        assertEquals(List.of("claim.location"), blocked(ct(NOON, TX), Cases.with(abroad)));
    }

    // [utest->req~licence.lapse~1]
    @Test
    void whatLapsesWithinSixtyDaysIsTold() {
        Period ends60 = new Period(YEAR.from(), LocalDate.of(2026, 8, 14));
        Period ends61 = new Period(YEAR.from(), LocalDate.of(2026, 8, 15));

        assertEquals(
                List.of("claim.lapse"),
                warned(ct(NOON, TX), Cases.with(Cases.licence(TX, Licence.Grade.FULL, ends60))));
        assertEquals(List.of(), warned(ct(NOON, TX), Cases.with(Cases.licence(TX, Licence.Grade.FULL, ends61))));
    }

    // [utest->req~licence.gate~1]
    @Test
    void everyFindingNamesARuleThatHasAText() {
        List<String> ids =
                ClaimGate.STANDARD.rules().stream().map(ClaimGate.RuleText::id).toList();

        assertTrue(ids.containsAll(decide(ct(NOON, TX, NM), PracticeRecords.NONE).findings().stream()
                .map(GateFinding::ruleId)
                .toList()));
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }
}
