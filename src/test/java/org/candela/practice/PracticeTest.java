package org.candela.practice;

import static org.candela.practice.Cases.CLINIC;
import static org.candela.practice.Cases.GA;
import static org.candela.practice.Cases.IN_ORDER;
import static org.candela.practice.Cases.NOON;
import static org.candela.practice.Cases.TX;
import static org.candela.practice.Cases.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.practice.KeptDecision.Outcome;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PracticeTest {
    private static final StudyReader WHO = new StudyReader("0123456789ab", "reader");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Database database;
    private Practice practice;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        practice = new Practice(database, new AuditLog(), CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    static List<PracticeRecord> everyKind() {
        return List.of(
                new Licence(
                        TX,
                        "K-1",
                        Licence.Grade.FULL,
                        YEAR,
                        Licence.Route.DIRECT,
                        Optional.of(YEAR.from()),
                        Optional.of("ab12")),
                Cases.credential(Credential.Status.APPROVED, ReadType.PRELIMINARY, "CT", "MR"),
                new Credential(
                        CLINIC,
                        Credential.Status.APPLIED,
                        YEAR.from(),
                        YEAR.from().plusDays(60),
                        Optional.empty(),
                        ReadType.FINAL,
                        Set.of()),
                Cases.policy(Set.of(TX, GA), new MalpracticePolicy.Terms(true, false)),
                Cases.engagement(Engagement.Model.MOONLIGHTING, Optional.of(YEAR.from())),
                new FacilityTerms(CLINIC, Map.of("North", TX), true, Set.of(FacilityTerms.LocalTeam.PAEDIATRIC)),
                new ReadingLocation("US", "GA", NOON),
                new EmergencyDeclaration(TX, "Order 14", YEAR),
                new DossierItem(
                        DossierItem.Paper.DEA_REGISTRATION,
                        "DEA",
                        YEAR.from(),
                        Optional.of(YEAR.through()),
                        Optional.empty()),
                pay(new PayRule.Hourly(new BigDecimal("290"), new BigDecimal("2.5"))),
                pay(new PayRule.PerStudy(new BigDecimal("20"), Map.of("CT", new BigDecimal("35.50")))),
                pay(new PayRule.PerRvu(new BigDecimal("41.125"))),
                pay(new PayRule.Salary(new BigDecimal("30000"), new BigDecimal("600"), new BigDecimal("45"))));
    }

    private static PayRule pay(PayRule.Basis basis) {
        PayRule.AfterHours nights = new PayRule.AfterHours(
                LocalTime.of(18, 0),
                LocalTime.of(7, 0),
                Set.of(DayOfWeek.SATURDAY),
                ZoneId.of("America/Chicago"),
                new BigDecimal("1.25"));
        return new PayRule(CLINIC, YEAR, Currency.getInstance("USD"), basis, Optional.of(nights));
    }

    // [utest->req~licence.on-file~1]
    @ParameterizedTest
    @MethodSource("everyKind")
    void aRecordComesBackAsItWasEntered(PracticeRecord record) throws Exception {
        practice.enter(List.of(record), "reader");

        assertEquals(List.of(record), practice.list());
        assertFalse(record.text().isBlank());
    }

    // [utest->req~licence.on-file~1]
    @Test
    void theLatestOfAKeyCountsAndAWithdrawalEndsIt() throws Exception {
        Licence old = Cases.licence(TX, Licence.Grade.TRAINING, YEAR);
        practice.enter(List.of(old, Cases.licence(GA)), "reader");
        practice.enter(List.of(Cases.licence(TX)), "reader");
        assertEquals(Set.of(Cases.licence(GA), Cases.licence(TX)), Set.copyOf(practice.list()));

        practice.withdraw(PracticeRecord.Kind.LICENCE, "TX K-TX", "reader");

        assertEquals(List.of(Cases.licence(GA)), practice.list());
        assertTrue(AuditVerifier.verify(database).isIntact());
    }

    // [utest->req~licence.on-file~1]
    @Test
    void whatIsNotOnFileCannotBeWithdrawn() {
        PracticeException refused = assertThrows(
                PracticeException.class, () -> practice.withdraw(PracticeRecord.Kind.LICENCE, "TX none", "reader"));

        assertEquals("no licence \"TX none\" is on file", refused.getMessage());
    }

    // [utest->req~licence.on-file~1]
    @ParameterizedTest
    @CsvSource({
        "UPDATE practice_record SET body = '{}'",
        "DELETE FROM practice_record",
        "UPDATE gate_decision SET outcome = 'OPEN'",
        "DELETE FROM gate_decision"
    })
    void nothingOfItIsChangedOrDeleted(String statement) throws Exception {
        practice.enter(List.of(Cases.licence(TX)), "reader");
        practice.pass(blocked(), WHO);

        assertThrows(StoreException.class, () -> database.change(tx -> tx.update(statement)));
    }

    // [utest->req~licence.on-file~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | the field \"kind\" is missing",
                "{\"kind\":\"passport\"} | \"kind\" is one of licence, credential, policy, engagement, terms, location,"
                        + " emergency, dossier, pay, not \"passport\"",
                "{\"kind\":\"emergency\",\"state\":\"ON\",\"reference\":\"x\"} | \"state\" is a state as TX, not \"ON\"",
                "{\"kind\":\"emergency\",\"state\":\"TX\",\"reference\":\"x\",\"from\":\"yesterday\",\"through\":\"2026-01-01\"}"
                        + " | \"from\" is a date as 2026-12-31, not \"yesterday\"",
                "{\"kind\":\"policy\",\"carrier\":\"c\",\"number\":\"n\",\"from\":\"2026-01-01\",\"through\":\"2026-01-02\","
                        + "\"tail\":\"yes\"} | \"tail\" is true or false, not \"yes\"",
                "{\"kind\": | this is not JSON, near line 1"
            })
    void aBadRecordIsRefusedNamingItsField(String text, String message) {
        PracticeException refused = assertThrows(PracticeException.class, () -> PracticeJson.read(text));

        assertEquals(message, refused.getMessage());
    }

    private static GateDecision blocked() {
        return ClaimGate.STANDARD.decide(Cases.ct(NOON, TX), Cases.with(Cases.licence(GA)));
    }

    private static GateDecision withoutContract(Instant at) {
        return ClaimGate.STANDARD.decide(Cases.ct(at, TX), Cases.lacking(PracticeRecord.Kind.ENGAGEMENT));
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void aDecisionIsKeptWithEveryFindingAndItsEvidence() throws Exception {
        assertEquals(Outcome.BLOCKED, practice.pass(blocked(), WHO));

        KeptDecision kept = practice.decisions(Instant.EPOCH).get(0);
        assertEquals(Outcome.BLOCKED, kept.outcome());
        assertEquals(blocked().findings(), kept.findings());
        assertEquals(NOON, kept.at());
        assertEquals(List.of(), practice.decisions(NOON.plusSeconds(1)));
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void noReasonOverridesAMissingLicence() {
        PracticeException refused =
                assertThrows(PracticeException.class, () -> practice.overrule(blocked(), WHO, "I am in a hurry"));

        assertEquals("no reason overrides this: No licence of Texas allows reading today.", refused.getMessage());
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void goingOnNeedsAReasonInWords() {
        assertThrows(PracticeException.class, () -> practice.overrule(withoutContract(NOON), WHO, "  "));
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void aReasonHoldsForTheStudyItsReaderAndADayAndIsAnAlert() throws Exception {
        practice.overrule(withoutContract(NOON), WHO, "  Contract signed today on paper  ");

        Instant later = NOON.plus(Duration.ofHours(23));
        assertEquals(Outcome.OVERRIDDEN, practice.pass(withoutContract(later), WHO));
        assertEquals(Outcome.BLOCKED, practice.pass(withoutContract(later), new StudyReader("ffffffffffff", "reader")));
        assertEquals(Outcome.BLOCKED, practice.pass(withoutContract(later), new StudyReader(WHO.studyHash(), "other")));
        Instant tooLate = NOON.plus(Duration.ofDays(2));
        assertEquals(Outcome.BLOCKED, practice.pass(withoutContract(tooLate), WHO));
        List<KeptDecision> kept = practice.decisions(Instant.EPOCH);
        assertEquals("Contract signed today on paper", kept.get(1).reason());
        assertEquals(5, alerts());
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void aReasonDoesNotHoldForWhatBlocksSince() throws Exception {
        practice.overrule(withoutContract(NOON), WHO, "Contract signed today on paper");
        PracticeRecords lapsed = PracticeRecords.of(List.of(Cases.licence(TX)));

        GateDecision more = ClaimGate.STANDARD.decide(Cases.ct(NOON, TX), lapsed);

        assertTrue(more.canBeOverridden());
        assertEquals(Outcome.BLOCKED, practice.pass(more, WHO));
    }

    private long alerts() throws StoreException {
        return database.read(tx -> tx.one(
                        "SELECT count(*) AS n FROM audit_event WHERE action = 'SECURITY_ALERT'",
                        row -> row.longValue("n")))
                .orElseThrow();
    }

    // [utest->req~licence.decision-kept~1]
    @Test
    void decisionsGoOutAsCsvAndJson() throws Exception {
        practice.pass(blocked(), WHO);
        practice.pass(
                ClaimGate.STANDARD.decide(
                        Cases.asked(Cases.ct(NOON, TX), GateStep.SIGN, ClaimQuestion.Origin.ORDERED), IN_ORDER),
                new StudyReader(WHO.studyHash(), "A, \"B\""));
        List<KeptDecision> decisions = practice.decisions(Instant.EPOCH);

        List<String> rows = DecisionExport.csv(decisions).lines().toList();
        int findings = decisions.stream().mapToInt(one -> one.findings().size()).sum();
        assertEquals(1 + findings, rows.size());
        assertTrue(rows.contains("1,2026-06-15T17:00:00Z,reader,CLAIM,clinic,0123456789ab,BLOCKED,,claim.licence,BLOCK,"
                + "No licence of Texas allows reading today.,the facility serves TX; no licence of TX on file"));
        assertTrue(rows.get(rows.size() - 1).startsWith("2,2026-06-15T17:00:00Z,\"A, \"\"B\"\"\",SIGN,"));
        assertEquals(
                "OPEN", DecisionExport.json(decisions).get(1).path("outcome").asText());
    }

    // [utest->req~licence.lapse~1]
    @Test
    void aCredentialIsExpectedNinetyDaysAfterItWasAppliedForUnlessTheFacilitySaidOtherwise() throws Exception {
        PracticeRecord read = PracticeJson.read("{\"kind\":\"credential\",\"facility\":\"clinic\","
                + "\"status\":\"in-review\",\"applied\":\"2026-01-01\",\"reads\":\"final\"}");

        assertEquals(LocalDate.of(2026, 4, 1), ((Credential) read).expected());
    }
}
