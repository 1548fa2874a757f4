package org.candela.invoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.report.Deliveries;
import org.candela.report.DeliveryStanding;
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

    /** Studies of a facility with a final report, in the order of their signatures. Addenda are no further studies. */
    public List<ReadStudy> finalsOf(FacilityId facility) throws CandelaException {
        List<ReadStudy> studies = new ArrayList<>();
        for (ReportId id : reports.finalsOf(facility)) {
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
                acknowledgement(last),
                last.sha256());
    }

    private Optional<Instant> acknowledgement(SignedReport report) throws CandelaException {
        return deliveries.of(report.id()).stream()
                .filter(standing -> standing.version() == report.version())
                .filter(standing -> standing.state() == DeliveryStanding.State.ACKNOWLEDGED)
                .map(DeliveryStanding::since)
                .findFirst();
    }
}
