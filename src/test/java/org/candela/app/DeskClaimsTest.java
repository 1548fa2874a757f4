package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.candela.audit.AuditLog;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.Reports;
import org.candela.report.SignFinding;
import org.candela.report.SignResult;
import org.candela.report.SignResult.Signed;
import org.candela.report.SignResult.Unready;
import org.candela.report.SignatureMeaning;
import org.candela.report.Signing;
import org.candela.report.template.Templates;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ClaimStanding.Kept;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.candela.worklist.claim.FacilityClaims;
import org.candela.worklist.claim.WorkitemClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims as they stand before a signature, over a real store and the real signing. */
// [utest->req~app.claims~1]
class DeskClaimsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final ReadingItem.Id STUDY = new ReadingItem.Id(ReportSamples.CLINIC, ReportSamples.STUDY);

    private final ReportDraft draft = ReportSamples.draft();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Worklist worklist;
    private Signing signing;

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, CLOCK);
        worklist = new Worklist(Map.of(), ledger.database(), new AuditLog(), CLOCK);
        FacilityClaims claims = new FacilityClaims(
                Map.of(),
                new WorkitemClaims(Map.of(), ledger.database(), new AuditLog(), CLOCK),
                new FacilityClaims.Desk(worklist, ledger.database(), CLOCK, ReportSamples.SIGNER.id()));
        DeskClaims desk = new DeskClaims(claims, worklist);
        signing = ReportSamples.signingBehind(desk, ledger, desk);
    }

    @AfterEach
    void close() throws Exception {
        ledger.database().close();
    }

    private SignResult sign(SignatureMeaning meaning) throws Exception {
        return signing.sign(ReportSamples.request(draft, meaning));
    }

    private int versions() throws Exception {
        return new Reports(ledger.database(), Templates.shipped())
                .versions(draft.id())
                .size();
    }

    @ParameterizedTest
    @EnumSource(names = {"PRELIMINARY", "FINAL"})
    void whatAnotherReaderHasIsSignedNeitherPreliminaryNorFinal(SignatureMeaning meaning) throws Exception {
        worklist.standings().put(STUDY, new ClaimStanding(Kept.TAKEN, "berta"));

        List<SignFinding> open = assertInstanceOf(Unready.class, sign(meaning)).findings();

        assertEquals(
                List.of(new SignFinding(
                        "claim.taken",
                        SignFinding.Severity.BLOCK,
                        "",
                        "clinic keeps this study for berta: a second report of it is not signed. Give the study back"
                                + " (Ctrl+Shift+B) and tell the facility what you saw.")),
                open);
        assertEquals(0, versions());
    }

    @Test
    void whoHasItNeedsNoName() throws Exception {
        worklist.standings().put(STUDY, new ClaimStanding(Kept.TAKEN, ""));

        String words = assertInstanceOf(Unready.class, sign(SignatureMeaning.FINAL))
                .findings()
                .get(0)
                .message();

        assertEquals("clinic keeps this study for another reader", words.substring(0, words.indexOf(':')));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TAKEN")
    void whatNobodyElseHasIsSigned(Kept kept) throws Exception {
        worklist.standings().put(STUDY, new ClaimStanding(kept, ""));

        assertInstanceOf(Signed.class, sign(SignatureMeaning.FINAL));
        assertEquals(1, versions());
    }

    @Test
    void onceItIsGivenBackByTheOtherItCanBeSigned() throws Exception {
        worklist.standings().put(STUDY, new ClaimStanding(Kept.TAKEN, "berta"));
        assertInstanceOf(Unready.class, sign(SignatureMeaning.FINAL));

        worklist.standings().put(STUDY, new ClaimStanding(Kept.AT_FACILITY, ""));

        assertInstanceOf(Signed.class, sign(SignatureMeaning.FINAL));
    }
}
