package org.candela.app;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.dictation.keep.Retention;
import org.candela.facility.FacilityId;
import org.candela.practice.Engagement;
import org.candela.practice.Practice;
import org.candela.report.DraftBin;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.Reports;
import org.candela.store.StoreException;

/** What the house knows of reports and contracts. */
record KnownReports(House.Base base, Reports reports) implements Retention.Drafts {
    @Override
    public Optional<FacilityId> facilityOf(String draftId) throws StoreException {
        Optional<FacilityId> signed = reports.versions(new ReportId(draftId)).stream()
                .map(version -> version.study().facility())
                .findFirst();
        return signed.isPresent() ? signed : draftOf(draftId);
    }

    /** One that is written, or thrown away and may be brought back. */
    private Optional<FacilityId> draftOf(String draftId) throws StoreException {
        for (DraftBin.Discarded each : new DraftBin(base.ledger()).all()) {
            if (each.report().value().equals(draftId)) {
                return Optional.of(each.facility());
            }
        }
        return reports.unsignedDrafts().stream()
                .filter(draft -> draft.id().value().equals(draftId))
                .map(ReportDraft::study)
                .map(study -> study.facility())
                .findFirst();
    }

    /** The last of them; a facility without a contract sets no end. */
    @Override
    public Optional<LocalDate> contractEnd(FacilityId facility) throws StoreException {
        return new Practice(base.database(), base.audit(), base.clock())
                .list().stream()
                        .filter(Engagement.class::isInstance)
                        .map(Engagement.class::cast)
                        .filter(engagement -> engagement.facility().equals(facility))
                        .map(engagement -> engagement.period().through())
                        .max(LocalDate::compareTo)
                        .filter(day -> day.isBefore(LocalDate.MAX));
    }
}
