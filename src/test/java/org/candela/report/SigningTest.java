package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.audit.AuditVerifier;
import org.candela.report.SignResult.PinRefused;
import org.candela.report.SignResult.Signed;
import org.candela.report.SignResult.Superseded;
import org.candela.report.SignResult.Unready;
import org.candela.report.check.SignRules;
import org.candela.report.template.TemplateException;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.signing~1]
class SigningTest {
    private static final SignatureMeaning PRELIMINARY = SignatureMeaning.PRELIMINARY;
    private static final SignatureMeaning FINAL = SignatureMeaning.FINAL;

    private final MovableClock clock = new MovableClock();
    private final List<SignedReport> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Signing signing;

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, clock);
        signing = ReportSamples.signing(ledger, (tx, report) -> heard.add(report));
    }

    @AfterEach
    void close() throws Exception {
        ledger.database().close();
    }

    @Test
    void preliminaryThenFinalAreTwoVersionsOfOneReport() throws Exception {
        ReportDraft draft = ReportSamples.draft();

        assertEquals("signed 1", sign(draft, PRELIMINARY));
        assertEquals("signed 2", sign(draft.withText("impression", "Small nodule."), FINAL));

        List<SignedReport> versions = reports().versions(draft.id());
        assertEquals(
                List.of(PRELIMINARY, FINAL),
                versions.stream().map(SignedReport::meaning).toList());
        assertEquals(versions, heard);
        assertEquals("John Doe", versions.get(1).signature().signer().printedName());
        assertEquals(clock.instant(), versions.get(1).signature().signedAt());
    }

    @Test
    void nothingFollowsAFinalReportAndPreliminaryComesOnce() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        sign(draft, PRELIMINARY);

        assertEquals("superseded by PRELIMINARY", sign(draft, PRELIMINARY));
        sign(draft, FINAL);
        assertEquals("superseded by FINAL", sign(draft, PRELIMINARY));
        assertEquals("superseded by FINAL", sign(draft, FINAL));
    }

    // [utest->req~report.sign-gate~1]
    @Test
    void theGateIsAskedAgainAndABlockCannotBeConfirmed() throws Exception {
        List<SignatureMeaning> asked = new ArrayList<>();
        Signing guarded = new Signing(
                ledger,
                ReportSamples.pins(ledger),
                SignRules.standard(),
                (study, meaning) -> {
                    asked.add(meaning);
                    return List.of(new SignGate.Obstacle("claim.licence", "The licence ended at midnight."));
                },
                List.of());
        SignRequest request = ReportSamples.request(ReportSamples.draft(), FINAL);
        SignFinding obstacle =
                new SignFinding("claim.licence", SignFinding.Severity.BLOCK, "", "The licence ended at midnight.");

        SignResult result =
                guarded.sign(new SignRequest(request.context(), Set.of(obstacle), request.signerId(), request.pin()));

        assertEquals(new SignResult.Unready(List.of(obstacle)), result);
        assertEquals(List.of(FINAL), asked);
        assertEquals(List.of(), reports().versions(request.context().draft().id()));
    }

    @Test
    void refusesToSignWithoutImpression() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", "");

        assertEquals("unready sign.section-missing", sign(draft, FINAL));
        assertEquals(List.of(), heard);
    }

    @Test
    void aWarningIsSignedOnlyOnceItIsConfirmed() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("comparison", "CT of 2020-01-01.");
        SignRequest request = ReportSamples.request(draft, FINAL);
        List<SignFinding> warnings = SignRules.standard().check(request.context());

        assertEquals("unready sign.comparison-date", sign(draft, FINAL));
        SignRequest confirmed = new SignRequest(request.context(), Set.copyOf(warnings), "1999", ReportSamples.pin());
        assertEquals("signed 1", text(signing.sign(confirmed)));
    }

    @Test
    void aConfirmationDoesNotLiftABlock() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", "");
        SignRequest request = ReportSamples.request(draft, FINAL);
        Set<SignFinding> all = Set.copyOf(SignRules.standard().check(request.context()));

        assertEquals(
                "unready sign.section-missing",
                text(signing.sign(new SignRequest(request.context(), all, "1999", ReportSamples.pin()))));
    }

    @Test
    void aWrongPinSignsNothingAndThePinIsWiped() throws Exception {
        SignRequest right = ReportSamples.request(ReportSamples.draft(), FINAL);
        SignRequest wrong = new SignRequest(right.context(), Set.of(), "1999", "0000".toCharArray());

        assertEquals("pin refused", text(signing.sign(wrong)));
        assertArrayEquals(new char[4], wrong.pin());
        assertEquals(List.of(), heard);
    }

    @Test
    void whenAListenerRefusesNothingOfTheSignatureStays() throws Exception {
        Signing refused = ReportSamples.signing(ledger, (tx, report) -> {
            throw new StoreException("test.full", "no room");
        });
        ReportDraft draft = ReportSamples.draft();

        assertThrows(StoreException.class, () -> refused.sign(ReportSamples.request(draft, FINAL)));

        assertEquals(List.of(), reports().versions(draft.id()));
        assertEquals(0, count("SELECT count(*) AS n FROM audit_event WHERE action = 'REPORT_SIGNED'"));
        assertEquals("signed 1", sign(draft, FINAL));
    }

    // [utest->req~report.immutable~1]
    @Test
    void aSignedVersionCannotBeChangedOrDeleted() throws Exception {
        sign(ReportSamples.draft(), FINAL);

        assertThrows(StoreException.class, () -> ledger.database()
                .change(tx -> tx.update("UPDATE signed_report SET content = '{}'")));
        assertThrows(
                StoreException.class, () -> ledger.database().change(tx -> tx.update("DELETE FROM signed_report")));
    }

    // [utest->req~report.immutable~1]
    @Test
    void aVersionTamperedWithBehindTheTriggersIsNotRead() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        sign(draft, FINAL);
        ledger.database().change(tx -> {
            tx.update("DROP TRIGGER signed_report_keeps_rows");
            tx.update("UPDATE signed_report SET content = replace(content, 'acute', 'chronic')");
        });

        StoreException found =
                assertThrows(StoreException.class, () -> reports().versions(draft.id()));
        assertEquals("report.tampered", found.code());
    }

    // [utest->req~report.immutable~1]
    @Test
    void theHashCoversWhoWhatAndWhen() {
        SignedReport report = ReportSamples.signed(ReportSamples.draft(), PRELIMINARY, 1, clock);
        Set<String> hashes = Set.of(
                ReportHash.of(report),
                ReportHash.of(with(report, report.signature(), List.of(new ReportSection("Impression", "Other.")))),
                ReportHash.of(
                        with(report, new Signature(ReportSamples.SIGNER, FINAL, clock.instant()), report.sections())),
                ReportHash.of(with(
                        report,
                        new Signature(
                                ReportSamples.SIGNER,
                                PRELIMINARY,
                                clock.instant().plusNanos(1)),
                        report.sections())),
                ReportHash.of(with(
                        report,
                        new Signature(new Signer("1998", "Doe", "John"), PRELIMINARY, clock.instant()),
                        report.sections())));

        assertEquals(5, hashes.size());
        assertTrue(report.isIntact());
    }

    // [utest->req~report.immutable~1]
    @Test
    void textMovedFromHeadingToBodyChangesTheHash() {
        SignedReport report = ReportSamples.signed(ReportSamples.draft(), PRELIMINARY, 1, clock);

        assertNotEquals(
                ReportHash.of(with(report, report.signature(), List.of(new ReportSection("ab", "c")))),
                ReportHash.of(with(report, report.signature(), List.of(new ReportSection("a", "bc")))));
    }

    // [utest->req~report.autosave~1]
    @Test
    void anAutosaveThatComesAfterTheFinalSignatureChangesNothing() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        sign(draft, FINAL);

        ReportSamples.save(ledger, draft.withText("impression", "typed too late"));

        OpenReport open = reports().open(ReportSamples.study());
        assertTrue(open.isFinal());
        assertEquals("No acute disease.", open.draft().text("impression"));
        assertEquals(List.of(), reports().unsignedDrafts());
    }

    @Test
    void theSignatureStandsInAnUnbrokenAuditTrail() throws Exception {
        sign(ReportSamples.draft(), PRELIMINARY);

        assertEquals(1, count("SELECT count(*) AS n FROM audit_event WHERE action = 'REPORT_SIGNED'"));
        assertTrue(AuditVerifier.verify(ledger.database()).isIntact());
    }

    private static SignedReport with(SignedReport report, Signature signature, List<ReportSection> sections) {
        return new SignedReport(report.id(), report.version(), report.study(), sections, signature, "");
    }

    private String sign(ReportDraft draft, SignatureMeaning meaning) throws Exception {
        return text(signing.sign(ReportSamples.request(draft, meaning)));
    }

    private static String text(SignResult result) {
        return result.match(
                (Signed signed) -> "signed " + signed.report().version(),
                (Unready unready) -> "unready " + unready.findings().get(0).ruleId(),
                (PinRefused refused) -> "pin refused",
                (Superseded superseded) -> "superseded by " + superseded.existing());
    }

    private Reports reports() throws TemplateException {
        return new Reports(ledger.database(), Templates.shipped());
    }

    private long count(String sql) throws StoreException {
        return ledger.database()
                .read(tx -> tx.one(sql, row -> row.longValue("n")).orElseThrow());
    }
}
