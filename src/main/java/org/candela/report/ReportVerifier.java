package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Looks through all signed versions: each is what was signed, follows the one before it, and none that the audit trail names
 * is missing or another. Blocks on the disk.
 */
// [impl->req~report.verify~1]
public final class ReportVerifier {
    private ReportVerifier() {}

    /**
     * What was found.
     *
     * @param versions how many were looked at
     * @param faults one sentence each; empty when all is well
     */
    public record Found(int versions, List<String> faults) {
        public Found {
            faults = List.copyOf(faults);
        }
    }

    /** Looks through the store. */
    public static Found verify(Database database) throws StoreException {
        return database.read(tx -> {
            List<String> faults = new ArrayList<>();
            int versions = 0;
            for (ReportId id : ReportRepository.signedIds(tx)) {
                List<SignedReport> chain = ReportRepository.versionsAsKept(tx, id);
                versions += chain.size();
                check(chain, faults);
            }
            audited(tx, faults);
            return new Found(versions, faults);
        });
    }

    private static void check(List<SignedReport> chain, List<String> faults) {
        for (int at = 0; at < chain.size(); at++) {
            SignedReport report = chain.get(at);
            String name = "report " + report.id() + " version " + report.version();
            if (!report.isIntact()) {
                faults.add(name + " does not match its hash");
            }
            if (report.version() != at + 1) {
                faults.add(name + " stands where version " + (at + 1) + " should");
            }
            if (!follows(report, at == 0 ? "" : chain.get(at - 1).sha256())) {
                faults.add(name + " does not name the version before it");
            }
        }
    }

    /** Versions of the older form name none. */
    private static boolean follows(SignedReport report, String predecessor) {
        return report.lineage().form() == Lineage.UNNAMED.form()
                || report.lineage().predecessorSha256().equals(predecessor);
    }

    private static void audited(Tx tx, List<String> faults) throws StoreException {
        for (String missing : ReportRepository.auditedAndMissing(tx)) {
            faults.add(missing + " was signed by the audit trail and is not here");
        }
    }
}
