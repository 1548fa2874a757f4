package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.SignResult.Signed;
import org.candela.report.template.TemplateException;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.versions~1]
class VersionsTest {
    private static final Amendment CHANGE =
            new Amendment("Left was written for right.", "Dr. Order, by phone, 01:40, read back");

    /** Opening a store takes longer than all of this; each test has reports of its own. */
    @TempDir
    private static Path folder;

    private static MovableClock clock = new MovableClock();
    private static Ledger ledger;
    private static Signing signing;

    private static int studies;

    @BeforeAll
    static void open() throws Exception {
        ledger = ReportSamples.ledger(folder, clock);
        signing = ReportSamples.signing(ledger);
    }

    @AfterAll
    static void close() throws Exception {
        ledger.database().close();
    }

    @Test
    void onlyTheEdgesOfThisTableExist() {
        Set<String> edges = Set.of(
                "PRELIMINARY FINAL",
                "PRELIMINARY WITHDRAWN",
                "FINAL ADDENDUM",
                "FINAL CORRECTED",
                "FINAL WITHDRAWN",
                "ADDENDUM ADDENDUM",
                "ADDENDUM CORRECTED",
                "ADDENDUM WITHDRAWN",
                "CORRECTED ADDENDUM",
                "CORRECTED CORRECTED",
                "CORRECTED WITHDRAWN",
                "WITHDRAWN PRELIMINARY",
                "WITHDRAWN FINAL");
        for (SignatureMeaning before : SignatureMeaning.values()) {
            for (SignatureMeaning next : SignatureMeaning.values()) {
                assertEquals(edges.contains(before + " " + next), next.mayFollow(before), before + " " + next);
            }
        }
    }

    @Test
    void theStoreItselfRefusesEveryOtherEdge() throws Exception {
        for (SignatureMeaning first : SignatureMeaning.values()) {
            SignedReport begun = inserted(1, first, "");
            assertEquals(first.mayBegin(), isKept(begun), "first " + first);
        }
        for (SignatureMeaning before : SignatureMeaning.values()) {
            for (SignatureMeaning next : SignatureMeaning.values()) {
                assertEquals(next.mayFollow(before), follows(before, next), before + " then " + next);
            }
        }
    }

    @Test
    void aVersionThatSkipsOrForksTheChainIsRefused() throws Exception {
        SignedReport first = inserted(1, SignatureMeaning.PRELIMINARY, "");
        assertTrue(isKept(first));

        assertFalse(isKept(next(first, 3, SignatureMeaning.FINAL, first.sha256())));
        assertFalse(isKept(next(first, 2, SignatureMeaning.FINAL, "")));
        assertFalse(isKept(next(first, 2, SignatureMeaning.FINAL, "0".repeat(64))));
        assertTrue(isKept(next(first, 2, SignatureMeaning.FINAL, first.sha256())));
        assertFalse(isKept(next(first, 2, SignatureMeaning.FINAL, first.sha256())));
    }

    @Test
    void eachVersionNamesTheOneBeforeItAndItsHashCoversThat() throws Exception {
        ReportDraft draft = draft();
        SignedReport preliminary = sign(draft, SignatureMeaning.PRELIMINARY, Amendment.NONE);
        SignedReport last = sign(draft, SignatureMeaning.FINAL, Amendment.NONE);

        assertEquals("", preliminary.lineage().predecessorSha256());
        assertEquals(preliminary.sha256(), last.lineage().predecessorSha256());
        assertNotEquals(last.sha256(), with(last, Lineage.after("0".repeat(64), Amendment.NONE)));
        assertNotEquals(last.sha256(), with(last, Lineage.after(preliminary.sha256(), CHANGE)));
        assertEquals(last.sha256(), with(last, last.lineage()));
    }

    @Test
    void aVersionOfTheOlderFormStaysIntact() {
        SignedReport old = with(ReportSamples.signed(draft(), SignatureMeaning.FINAL, 1, clock), "", Lineage.UNNAMED)
                .sealed();

        assertTrue(old.isIntact());
        assertNotEquals(old.sha256(), with(old, Lineage.after("", Amendment.NONE)));
    }

    // [utest->req~report.amendments~1]
    @Test
    void anAddendumStandsBelowTheReportThatStays() throws Exception {
        ReportDraft draft = draft();
        SignedReport last = sign(draft, SignatureMeaning.FINAL, Amendment.NONE);

        SignedReport added = sign(draft, SignatureMeaning.ADDENDUM, new Amendment("A prior came: unchanged.", ""));

        assertEquals(
                last.sections(), added.sections().subList(0, last.sections().size()));
        ReportSection block = added.sections().get(last.sections().size());
        assertEquals("Addendum: A prior came: unchanged.", block.heading() + ": " + block.text());
        assertTrue(reports().open(draft.study()).isFinal());
        assertFalse(ids(reports().unsignedDrafts()).contains(draft.id()));
    }

    // [utest->req~report.amendments~1]
    @Test
    void aCorrectionTakesThePlaceOfTheTextAndKeepsTheAddendaAndIsWhatTheNextOneBeginsFrom() throws Exception {
        ReportDraft draft = draft();
        sign(draft, SignatureMeaning.FINAL, Amendment.NONE);
        sign(draft, SignatureMeaning.ADDENDUM, new Amendment("A prior came.", ""));
        ReportDraft mended = draft.withText("impression", "Nodule, right.");

        SignedReport corrected = sign(mended, SignatureMeaning.CORRECTED, CHANGE);

        assertEquals(CHANGE, corrected.amendment());
        assertTrue(corrected.sections().contains(new ReportSection("Impression", "Nodule, right.")));
        assertTrue(corrected.sections().contains(new ReportSection("Addendum", "A prior came.")));
        assertEquals("Nodule, right.", reports().open(draft.study()).draft().text("impression"));
    }

    // [utest->req~report.wrong-patient~1]
    @Test
    void aWithdrawnReportLeavesItsStudyToBeReadAnew() throws Exception {
        ReportDraft draft = draft();
        SignedReport wrong = sign(draft, SignatureMeaning.FINAL, Amendment.NONE);

        SignedReport taken = sign(draft, SignatureMeaning.WITHDRAWN, CHANGE);

        assertEquals(wrong.sections(), taken.sections());
        assertFalse(reports().open(draft.study()).isFinal());
        assertTrue(ids(reports().unsignedDrafts()).contains(draft.id()));
        assertEquals(
                3, sign(draft, SignatureMeaning.PRELIMINARY, Amendment.NONE).version());
        assertEquals(4, sign(draft, SignatureMeaning.FINAL, Amendment.NONE).version());
    }

    /** Of a study of its own. */
    private static ReportDraft draft() {
        studies++;
        return ReportSamples.draft(
                ReportSamples.study(new Uid("2.25.77" + studies), "AC" + studies, ReadingPriority.ROUTINE));
    }

    private static List<ReportId> ids(List<ReportDraft> drafts) {
        return drafts.stream().map(ReportDraft::id).toList();
    }

    /** After {@code before} comes {@code next}: whether the store takes it. */
    private boolean follows(SignatureMeaning before, SignatureMeaning next) throws Exception {
        SignedReport last = inserted(1, before.mayBegin() ? before : SignatureMeaning.FINAL, "");
        assertTrue(isKept(last));
        if (!before.mayBegin()) {
            last = next(last, 2, before, last.sha256());
            assertTrue(isKept(last));
        }
        return isKept(next(last, last.version() + 1, next, last.sha256()));
    }

    /** A version of a report of its own. */
    private SignedReport inserted(int version, SignatureMeaning meaning, String predecessor) {
        SignedReport sample = ReportSamples.signed(draft(), meaning, version, clock);
        return with(sample, "", Lineage.after(predecessor, Amendment.NONE)).sealed();
    }

    private SignedReport next(SignedReport before, int version, SignatureMeaning meaning, String predecessor) {
        return new SignedReport(
                        before.id(),
                        version,
                        before.study(),
                        before.sections(),
                        new Signature(ReportSamples.SIGNER, meaning, clock.instant()),
                        Lineage.after(predecessor, Amendment.NONE),
                        "")
                .sealed();
    }

    private boolean isKept(SignedReport report) {
        try {
            ledger.database().change(tx -> ReportRepository.insertSigned(tx, report));
            return true;
        } catch (StoreException refused) {
            return false;
        }
    }

    private static String with(SignedReport report, Lineage lineage) {
        return with(report, "", lineage).sealed().sha256();
    }

    private static SignedReport with(SignedReport report, String sha256, Lineage lineage) {
        return new SignedReport(
                report.id(), report.version(), report.study(), report.sections(), report.signature(), lineage, sha256);
    }

    private SignedReport sign(ReportDraft draft, SignatureMeaning meaning, Amendment change) throws Exception {
        SignContext context = new SignContext(
                draft,
                ReportSamples.template(),
                meaning,
                List.of(draft.study().studyInstanceUid()),
                SignFacts.NONE.withAmendment(change));
        SignResult result = signing.sign(
                new SignRequest(context, Set.copyOf(signing.checks().check(context)), "1999", ReportSamples.pin()));
        return assertInstanceOf(Signed.class, result).report();
    }

    private Reports reports() throws TemplateException {
        return new Reports(ledger.database(), Templates.shipped());
    }

    // [utest->req~report.sign-amendment~1]
    @Test
    void aCorrectionThatSaysNothingIsBlocked() throws Exception {
        ReportDraft draft = draft();
        sign(draft, SignatureMeaning.FINAL, Amendment.NONE);

        assertEquals(2, blocks(draft, SignatureMeaning.CORRECTED, Amendment.NONE));
        assertEquals(1, blocks(draft, SignatureMeaning.WITHDRAWN, new Amendment("Wrong patient.", "")));
        assertEquals(1, blocks(draft, SignatureMeaning.ADDENDUM, Amendment.NONE));
        assertEquals(0, blocks(draft, SignatureMeaning.ADDENDUM, new Amendment("A prior came.", "")));
        assertEquals(0, blocks(draft, SignatureMeaning.CORRECTED, CHANGE));
    }

    private long blocks(ReportDraft draft, SignatureMeaning meaning, Amendment change) {
        SignContext context = new SignContext(
                draft,
                ReportSamples.template(),
                meaning,
                List.of(draft.study().studyInstanceUid()),
                SignFacts.NONE.withAmendment(change));
        return signing.checks().check(context).stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .count();
    }

    @Test
    void anAmendmentOfNothingIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> sign(draft(), SignatureMeaning.ADDENDUM, new Amendment("Late.", "")));
    }
}
