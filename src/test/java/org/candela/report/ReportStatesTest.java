package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.SignResult.Signed;
import org.candela.report.SignResult.Unready;
import org.candela.report.VersionDiff.Kind;
import org.candela.report.VersionDiff.Piece;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.states~1]
class ReportStatesTest {
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
                "DRAFT HELD",
                "DRAFT PRELIMINARY",
                "DRAFT FINAL",
                "HELD DRAFT",
                "HELD PRELIMINARY",
                "HELD FINAL",
                "HELD ADDENDED",
                "HELD CORRECTED",
                "HELD REJECTED",
                "REJECTED HELD",
                "PRELIMINARY FINAL",
                "PRELIMINARY REJECTED",
                "PRELIMINARY WITHDRAWN",
                "FINAL ADDENDED",
                "FINAL CORRECTED",
                "FINAL REJECTED",
                "FINAL WITHDRAWN",
                "ADDENDED ADDENDED",
                "ADDENDED CORRECTED",
                "ADDENDED REJECTED",
                "ADDENDED WITHDRAWN",
                "CORRECTED ADDENDED",
                "CORRECTED CORRECTED",
                "CORRECTED REJECTED",
                "CORRECTED WITHDRAWN",
                "REJECTED PRELIMINARY",
                "REJECTED FINAL",
                "REJECTED ADDENDED",
                "REJECTED CORRECTED",
                "REJECTED WITHDRAWN",
                "WITHDRAWN DRAFT",
                "WITHDRAWN HELD",
                "WITHDRAWN PRELIMINARY",
                "WITHDRAWN FINAL");
        for (ReportState from : ReportState.values()) {
            for (ReportState to : ReportState.values()) {
                assertEquals(edges.contains(from + " " + to), from.canBecome(to), from + " " + to);
            }
        }
    }

    @Test
    void everySignatureThatMayFollowIsAStepThatExists() {
        for (SignatureMeaning before : SignatureMeaning.values()) {
            for (SignatureMeaning next : SignatureMeaning.values()) {
                assertTrue(
                        !next.mayFollow(before) || ReportState.after(before).canBecome(ReportState.after(next)),
                        before + " " + next);
            }
        }
    }

    @Test
    void whatIsHeldIsNotSignedUntilItIsTakenUpAgain() throws Exception {
        ReportDraft draft = draft();
        ReportStates states = new ReportStates(ledger);

        states.move(draft.id(), ReportState.HELD, "1999", "No order yet.");
        Unready held = assertInstanceOf(Unready.class, signing.sign(request(draft, SignatureMeaning.FINAL)));
        assertEquals("sign.held", held.findings().get(0).ruleId());

        states.move(draft.id(), ReportState.DRAFT, "1999", "The order came.");
        assertInstanceOf(Signed.class, signing.sign(request(draft, SignatureMeaning.FINAL)));
        assertEquals(
                List.of(ReportState.HELD, ReportState.DRAFT, ReportState.FINAL),
                states.steps(draft.id()).stream().map(ReportStates.Step::state).toList());
    }

    @Test
    void aStepThatIsNoneIsRefusedAndKeptStepsStay() throws Exception {
        ReportDraft draft = draft();
        ReportStates states = new ReportStates(ledger);

        StoreException refused =
                assertThrows(StoreException.class, () -> states.move(draft.id(), ReportState.CORRECTED, "1999", ""));
        assertEquals("report.no-such-step", refused.code());
        assertEquals(ReportState.DRAFT, states.of(draft.id()));
        states.move(draft.id(), ReportState.HELD, "1999", "");
        assertThrows(StoreException.class, () -> ledger.database().change(tx -> tx.update("DELETE FROM report_state")));
    }

    @Test
    void whatTheFacilityRefusedIsRejectedUntilItIsSignedAnewOrAccepted() throws Exception {
        ReportDraft draft = draft();
        ReportStates states = new ReportStates(ledger);
        signing.sign(request(draft, SignatureMeaning.PRELIMINARY));

        states.move(draft.id(), ReportState.REJECTED, "clinic", "AR: unknown patient");
        assertInstanceOf(Signed.class, signing.sign(request(draft, SignatureMeaning.FINAL)));

        assertEquals(ReportState.FINAL, states.of(draft.id()));
    }

    // [utest->req~report.diff~1]
    @Test
    void aDifferenceIsToldWordByWord() {
        assertEquals(
                List.of(
                        new Piece(Kind.KEPT, "Small"),
                        new Piece(Kind.REMOVED, " left"),
                        new Piece(Kind.ADDED, " right"),
                        new Piece(Kind.KEPT, " effusion."),
                        new Piece(Kind.ADDED, " No mass.")),
                VersionDiff.pieces("Small left effusion.", "Small right effusion. No mass."));
        assertEquals(List.of(new Piece(Kind.KEPT, "Same.")), VersionDiff.pieces("Same.", "Same."));
        assertEquals(List.of(new Piece(Kind.ADDED, "New.")), VersionDiff.pieces("", "New."));
    }

    // [utest->req~report.diff~1]
    @Test
    void thePiecesPutTogetherAreBothTexts() {
        String before = "The lungs\nare clear.  No effusion.";
        String after = "Lungs are\nclear. Small effusion.\n";

        List<Piece> pieces = VersionDiff.pieces(before, after);

        assertEquals(before, joined(pieces, Kind.ADDED));
        assertEquals(after, joined(pieces, Kind.REMOVED));
    }

    private static String joined(List<Piece> pieces, Kind without) {
        StringBuilder text = new StringBuilder();
        pieces.stream().filter(piece -> piece.kind() != without).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    // [utest->req~report.wrong-patient~1]
    @Test
    void theWordsOfTheWrongPatientLeaveTheDraft() throws Exception {
        ReportDraft draft = draft();
        signing.sign(request(draft, SignatureMeaning.FINAL));
        SignContext wrong = new SignContext(
                draft,
                ReportSamples.template(),
                SignatureMeaning.WITHDRAWN,
                List.of(draft.study().studyInstanceUid()),
                SignFacts.NONE.withAmendment(new Amendment("Another patient's.", "Dr. Order by phone")));

        assertInstanceOf(Signed.class, signing.sign(new SignRequest(wrong, Set.of(), "1999", ReportSamples.pin())));

        Reports reports = new Reports(ledger.database(), Templates.shipped());
        assertEquals("", reports.open(draft.study()).draft().text("impression"));
    }

    // [utest->req~report.verify~1]
    @Test
    void aChangedAndAMissingVersionAreNamed() throws Exception {
        Path own = java.nio.file.Files.createDirectory(folder.resolve("tampered"));
        Ledger tampered = ReportSamples.ledger(own, clock);
        Signing desk = ReportSamples.signing(tampered);
        ReportDraft draft = draft();
        desk.sign(request(draft, SignatureMeaning.PRELIMINARY));
        desk.sign(request(draft, SignatureMeaning.FINAL));
        assertEquals(new ReportVerifier.Found(2, List.of()), ReportVerifier.verify(tampered.database()));

        tampered.database().change(tx -> {
            tx.update("DROP TRIGGER signed_report_keeps_rows");
            tx.update("DROP TRIGGER signed_report_loses_none");
            tx.update("UPDATE signed_report SET content = replace(content, 'acute', 'chronic') WHERE version = 1");
            tx.update("DELETE FROM signed_report WHERE version = 2");
        });

        assertEquals(
                List.of(
                        "report " + draft.id() + " version 1 does not match its hash",
                        "report:" + draft.id() + "/2 was signed by the audit trail and is not here"),
                ReportVerifier.verify(tampered.database()).faults());
        tampered.database().close();
    }

    private static SignRequest request(ReportDraft draft, SignatureMeaning meaning) {
        return ReportSamples.request(draft, meaning);
    }

    private static ReportDraft draft() {
        studies++;
        return ReportSamples.draft(
                ReportSamples.study(new Uid("2.25.88" + studies), "AC" + studies, ReadingPriority.ROUTINE));
    }
}
