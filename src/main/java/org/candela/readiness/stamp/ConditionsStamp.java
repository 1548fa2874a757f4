package org.candela.readiness.stamp;

import org.candela.report.SignedReport;
import org.candela.report.SignedReportListener;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Keeps the conditions of the moment with each signed version, in its own transaction: both are there or neither. */
// [impl->req~readiness.stamp~1]
public final class ConditionsStamp implements SignedReportListener {
    private final Surroundings surroundings;

    public ConditionsStamp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        String body = ConditionsJson.write(surroundings.now(report.study().facility()));
        ConditionsRepository.insert(
                tx,
                new StampedConditions(
                        report.id().value(),
                        report.version(),
                        report.sha256(),
                        report.signature().signedAt(),
                        body,
                        StampedConditions.seal(report.sha256(), body)));
    }
}
