package org.candela.report;

import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;

/**
 * Moves the reading on the worklist when its report is signed, in the same transaction. Refuses the signature when the
 * study is not open by this reader: somebody else may be reading it.
 */
public final class WorklistProgress implements SignedReportListener {
    private final Worklist worklist;

    public WorklistProgress(Worklist worklist) {
        this.worklist = worklist;
    }

    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        ReadingState from = report.version() == 1 ? ReadingState.OPEN : ReadingState.PRELIMINARY;
        ReadingState to =
                switch (report.meaning()) {
                    case PRELIMINARY -> ReadingState.PRELIMINARY;
                    case FINAL -> ReadingState.FINAL;
                };
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
