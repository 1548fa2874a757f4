package org.candela.report;

import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;

/**
 * Moves the reading on the worklist when its report is signed, in the same transaction. Refuses the signature when the
 * study is not open by this reader: somebody else may be reading it. Addenda and corrections move nothing: the study is
 * read. A report that is withdrawn leaves its study to be read.
 */
// [impl->req~report.wrong-patient~1]
public final class WorklistProgress implements SignedReportListener {
    private final Worklist worklist;

    public WorklistProgress(Worklist worklist) {
        this.worklist = worklist;
    }

    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        SignatureMeaning meaning = report.meaning();
        if (meaning == SignatureMeaning.ADDENDUM || meaning == SignatureMeaning.CORRECTED) {
            return;
        }
        boolean isPreliminary = Reports.version(tx, report.id(), report.version() - 1)
                .filter(before -> before.meaning() == SignatureMeaning.PRELIMINARY)
                .isPresent();
        ReadingState from =
                switch (meaning) {
                    case PRELIMINARY, FINAL -> isPreliminary ? ReadingState.PRELIMINARY : ReadingState.OPEN;
                    default -> isPreliminary ? ReadingState.PRELIMINARY : ReadingState.FINAL;
                };
        move(tx, report, from, after(meaning));
    }

    private static ReadingState after(SignatureMeaning meaning) {
        return switch (meaning) {
            case PRELIMINARY -> ReadingState.PRELIMINARY;
            case FINAL, ADDENDUM, CORRECTED -> ReadingState.FINAL;
            case WITHDRAWN -> ReadingState.READY;
        };
    }

    private void move(Tx tx, SignedReport report, ReadingState from, ReadingState to) throws StoreException {
        ReportedStudy study = report.study();
        ReadingItem.Id reading = new ReadingItem.Id(study.facility(), study.studyInstanceUid());
        String reader = report.signature().signer().id();
        if (!worklist.transition(tx, reading, new Worklist.Step(from, to, reader))) {
            throw new StoreException(
                    "report.not-open",
                    "report " + report.id() + " is of a study that is not " + from + " on the worklist");
        }
    }
}
