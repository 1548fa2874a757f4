package org.candela.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.report.Deliveries;
import org.candela.report.ReportId;
import org.candela.report.ReportedOrder;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;

/**
 * What was read, by the signed reports and what the facility said to each. Blocks on the disk.
 *
 * @param deliveries says which the facility acknowledged
 */
public record SignedWork(Reports reports, Deliveries deliveries) {

    /** Studies whose final report is within {@code scope}, in the order of signatures. Addenda are no further studies. */
    public List<ReadStudy> finalsOf(Scope scope) throws CandelaException {
        List<ReadStudy> studies = new ArrayList<>();
        for (ReportId id : reports.finalsOf(scope.facility(), scope.from(), scope.until())) {
            List<SignedReport> versions = reports.versions(id);
            Optional<SignedReport> last = versions.stream()
                    .filter(version -> version.meaning() == SignatureMeaning.FINAL)
                    .findFirst();
            if (last.isPresent()) {
                studies.add(study(versions.get(0), last.orElseThrow()));
            }
        }
        return studies;
    }

    private ReadStudy study(SignedReport first, SignedReport last) throws CandelaException {
        ReportedOrder order = last.study().order();
        return new ReadStudy(
                last.study().studyInstanceUid(),
                order.accessionNumber(),
                order.examination().modality(),
                order.examination().description(),
                order.procedureCode(),
                order.examination().performedAt().toLocalDate(),
                first.signature().signedAt(),
                last.signature().signedAt(),
                deliveries.acknowledgedAt(last),
                last.sha256());
    }
}
