package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.report.ReportedStudy;
import org.candela.report.SignGate;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.SignedReportListener;
import org.candela.shell.CaseClaims;
import org.candela.shell.ReadingBlockedException;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.ui.Messages;
import org.candela.worklist.ClaimStanding;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.candela.worklist.claim.ClaimAnswer;
import org.candela.worklist.claim.FacilityClaims;

/** Claims of facilities as this desk asks them: before a case opens, before a report is signed, and once it is final. */
// [impl->req~app.claims~1]
record DeskClaims(FacilityClaims claims, Worklist worklist) implements CaseClaims, SignGate, SignedReportListener {
    private static final String TAKEN = "claim.taken";

    @Override
    public void take(ReadingItem item, Cancellation cancellation) throws CandelaException {
        ClaimAnswer answer = claims.take(item, cancellation);
        if (!answer.mayBeRead()) {
            throw new ReadingBlockedException(List.of(reason(item, answer)), ReadingBlockedException.Way.MEND);
        }
    }

    private static String reason(ReadingItem item, ClaimAnswer answer) {
        Messages words = Messages.of(DeskClaims.class);
        String facility = item.id().facility().value();
        return switch (answer.outcome()) {
            case TAKEN -> words.text("claims.taken", facility, who(answer.detail()));
            case SEVERAL -> words.text("claims.several", facility, answer.detail());
            case GONE, OURS, HERE_ONLY, UNANSWERED -> words.text("claims.gone", facility);
        };
    }

    private static String who(String detail) {
        return detail.isEmpty() ? Messages.of(DeskClaims.class).text("claims.somebody") : detail;
    }

    @Override
    public boolean isBound(ReadingItem.Id id) {
        return claims.isBound(id);
    }

    @Override
    public void laidAside(ReadingItem.Id id) {
        claims.touch(id);
    }

    /** Two final reports of one study by two readers would leave the facility to guess. */
    @Override
    public List<Obstacle> obstacles(ReportedStudy study, SignatureMeaning meaning) {
        ClaimStanding standing = worklist.standings().of(idOf(study));
        return Optional.of(standing)
                .filter(ClaimStanding::isTaken)
                .map(taken -> new Obstacle(
                        TAKEN,
                        Messages.of(DeskClaims.class)
                                .text("claims.not-signed", study.facility().value(), who(taken.detail()))))
                .stream()
                .toList();
    }

    /** A preliminary report leaves the task open: its final one is still to be signed. */
    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        if (report.meaning() == SignatureMeaning.FINAL) {
            claims.completeInTx(tx, idOf(report.study()));
        }
    }

    private static ReadingItem.Id idOf(ReportedStudy study) {
        return new ReadingItem.Id(study.facility(), study.studyInstanceUid());
    }
}
